export {
  agents,
  campaigns,
  clock,
  definitions,
  dialQueue,
  ids,
  ledger,
  records,
} from '../../lib/aws/ports.ts';
