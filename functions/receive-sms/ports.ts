export { agents, clock, definitions, ledger, records } from '../../lib/aws/ports.ts';
