export {
  campaigns,
  clock,
  definitions,
  files,
  importQueue,
  jobs,
  ledger,
  pseudonyms,
  records,
  savedMappings,
} from '../../lib/aws/ports.ts';
