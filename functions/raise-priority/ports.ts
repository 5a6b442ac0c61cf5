export { clock, definitions, records, routing } from '../../lib/aws/ports.ts';
