import { tickFanout } from '../../lib/application/dialing/tick-fanout.ts';
import { schedule } from '../edge/schedule.ts';
import * as ports from './ports.ts';

export const handler = schedule('tick-fanout', tickFanout, ports);
