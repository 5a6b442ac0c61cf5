import { agents, clock, definitions, records, secrets, services } from '../../lib/aws/ports.ts';
import { flow } from '../edge/flow.ts';
import { authoriseCaller } from './authorise-caller.ts';

export const handler = flow('authorise-caller', authoriseCaller, {
  agents,
  clock,
  definitions,
  records,
  secrets,
  services,
});
