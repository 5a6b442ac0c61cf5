export { agents, campaigns, clock, definitions, journal, records } from '../../lib/aws/ports.ts';
