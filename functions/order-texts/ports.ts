export { campaigns, clock, definitions, ids, ledger, records } from '../../lib/aws/ports.ts';
