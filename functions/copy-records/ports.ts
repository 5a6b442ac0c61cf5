export {
  campaigns,
  clock,
  copyQueue,
  definitions,
  jobs,
  ledger,
  pseudonyms,
  recordList,
  records,
} from '../../lib/aws/ports.ts';
