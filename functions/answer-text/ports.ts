export { clock, definitions, records } from '../../lib/aws/ports.ts';
