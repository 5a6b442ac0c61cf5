export {
  campaigns,
  clock,
  definitions,
  files,
  ledger,
  pseudonyms,
  records,
  savedMappings,
} from '../../lib/aws/ports.ts';
