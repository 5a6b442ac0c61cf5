export { clock, definitions, records, sms } from '../../lib/aws/ports.ts';
