export { agents, definitions } from '../../lib/aws/ports.ts';
