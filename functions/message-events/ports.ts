export { campaigns, clock, ledger, records } from '../../lib/aws/ports.ts';
