export { campaigns, clock, definitions, records, tickQueue } from '../../lib/aws/ports.ts';
