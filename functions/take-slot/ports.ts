export { clock, definitions, slots } from '../../lib/aws/ports.ts';
