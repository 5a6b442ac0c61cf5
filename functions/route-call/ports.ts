export { agents, clock, definitions, records } from '../../lib/aws/ports.ts';
