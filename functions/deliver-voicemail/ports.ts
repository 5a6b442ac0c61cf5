export { clock, definitions, recordings, records, voicemails } from '../../lib/aws/ports.ts';
