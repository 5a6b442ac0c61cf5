export { campaigns, clock, definitions, tickQueue } from '../../lib/aws/ports.ts';
