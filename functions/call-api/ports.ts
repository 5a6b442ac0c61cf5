export { clock, definitions, secrets, services, tokens } from '../../lib/aws/ports.ts';
