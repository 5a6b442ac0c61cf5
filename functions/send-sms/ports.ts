export { clock, definitions, lines, records, sms, smsQueue } from '../../lib/aws/ports.ts';
