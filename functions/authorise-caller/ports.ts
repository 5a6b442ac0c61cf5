export { agents, clock, definitions, records, secrets, services } from '../../lib/aws/ports.ts';
