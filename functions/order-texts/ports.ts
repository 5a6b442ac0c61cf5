export {
  campaigns,
  clock,
  contactLog,
  definitions,
  ids,
  ledger,
  records,
} from '../../lib/aws/ports.ts';
