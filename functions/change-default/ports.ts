export { clock, records } from '../../lib/aws/ports.ts';
