export { admissions, clock, definitions } from '../../lib/aws/ports.ts';
