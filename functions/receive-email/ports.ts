export { mails } from '../../lib/aws/mail-ports.ts';
export {
  agents,
  campaigns,
  clock,
  definitions,
  pseudonyms,
  records,
} from '../../lib/aws/ports.ts';
