import { dialerTick } from '../../lib/application/dialing/dialer-tick.ts';
import { queue } from '../edge/queue.ts';
import * as ports from './ports.ts';

export const handler = queue('dialer-tick', dialerTick, ports);
