export {
  campaigns,
  clock,
  contactLog,
  definitions,
  files,
  importQueue,
  jobs,
  ledger,
  pseudonyms,
  records,
  savedMappings,
  tickQueue,
} from '../../lib/aws/ports.ts';
