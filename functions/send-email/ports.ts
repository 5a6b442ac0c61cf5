export {
  campaigns,
  clock,
  contactLog,
  definitions,
  email,
  emailQueue,
  ledger,
  lines,
  pseudonyms,
  records,
} from '../../lib/aws/ports.ts';
