export {
  campaigns,
  clock,
  definitions,
  files,
  pseudonyms,
  records,
} from '../../lib/aws/ports.ts';
