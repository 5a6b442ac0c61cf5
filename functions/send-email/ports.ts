export { clock, definitions, email, records } from '../../lib/aws/ports.ts';
