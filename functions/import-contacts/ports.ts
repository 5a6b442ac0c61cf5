export {
  campaigns,
  clock,
  definitions,
  files,
  jobs,
  ledger,
  pseudonyms,
  records,
  savedMappings,
} from '../../lib/aws/ports.ts';
