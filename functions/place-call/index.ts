import { placeCall } from '../../lib/application/dialing/place-call.ts';
import { queue } from '../edge/queue.ts';
import * as ports from './ports.ts';

export const handler = queue('place-call', placeCall, ports);
