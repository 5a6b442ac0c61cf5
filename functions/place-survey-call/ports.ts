export { clock, definitions, records, telephony, throttle } from '../../lib/aws/ports.ts';
