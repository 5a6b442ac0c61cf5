export { campaigns, clock, definitions, files, records } from '../../lib/aws/ports.ts';
