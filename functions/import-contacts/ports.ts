export {
  campaigns,
  clock,
  definitions,
  files,
  ledger,
  pseudonyms,
  records,
} from '../../lib/aws/ports.ts';
