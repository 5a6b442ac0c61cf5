export { agents, campaigns, definitions, phones, tickQueue } from '../../lib/aws/ports.ts';
