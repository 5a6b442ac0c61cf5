export { admissions } from '../../lib/aws/live-ports.ts';
export { clock, definitions } from '../../lib/aws/ports.ts';
