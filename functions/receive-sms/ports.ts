export { agents, campaigns, clock, definitions, ledger, records } from '../../lib/aws/ports.ts';
