export {
  campaigns,
  clock,
  contactLog,
  definitions,
  email,
  emailQueue,
  ledger,
  lines,
  records,
} from '../../lib/aws/ports.ts';
