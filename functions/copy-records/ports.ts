export {
  campaigns,
  clock,
  contactLog,
  copyQueue,
  definitions,
  filters,
  jobs,
  ledger,
  pseudonyms,
  recordList,
  records,
} from '../../lib/aws/ports.ts';
