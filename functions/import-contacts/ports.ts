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
} from '../../lib/aws/ports.ts';
