export { clock, definitions, records, slots, surveyQueue, telephony } from '../../lib/aws/ports.ts';
