export {
  campaigns,
  clock,
  definitions,
  files,
  jobs,
  ledger,
  pseudonyms,
  records,
} from '../../lib/aws/ports.ts';
