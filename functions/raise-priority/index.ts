import { clock, definitions, records, routing } from '../../lib/aws/ports.ts';
import { flow } from '../edge/flow.ts';
import { raisePriority } from './raise-priority.ts';

export const handler = flow('raise-priority', raisePriority, {
  clock,
  definitions,
  records,
  routing,
});
