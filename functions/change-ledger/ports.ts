export { clock, definitions, ledger } from '../../lib/aws/ports.ts';
