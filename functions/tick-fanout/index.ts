import { campaigns, clock, definitions, tickQueue } from '../../lib/aws/ports.ts';
import { schedule } from '../edge/schedule.ts';
import { tickFanout } from './tick-fanout.ts';

export const handler = schedule('tick-fanout', tickFanout, {
  campaigns,
  clock,
  definitions,
  tickQueue,
});
