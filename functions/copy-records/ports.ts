export {
  campaigns,
  clock,
  copyQueue,
  definitions,
  filters,
  jobs,
  ledger,
  pseudonyms,
  recordList,
  records,
} from '../../lib/aws/ports.ts';
