export {
  agents,
  campaigns,
  clock,
  definitions,
  mails,
  pseudonyms,
  records,
} from '../../lib/aws/ports.ts';
