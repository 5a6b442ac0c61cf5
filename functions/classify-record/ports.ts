export { clock, contacts, definitions, records, slots, surveyQueue } from '../../lib/aws/ports.ts';
