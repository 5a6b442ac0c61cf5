export { campaigns, clock, records } from '../../lib/aws/ports.ts';
