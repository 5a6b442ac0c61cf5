import { agents, campaigns, clock, definitions, records, tickQueue } from '../../lib/aws/ports.ts';
import { schedule } from '../edge/schedule.ts';
import { tickFanout } from './tick-fanout.ts';

export const handler = schedule('tick-fanout', tickFanout, {
  agents,
  campaigns,
  clock,
  definitions,
  records,
  tickQueue,
});
