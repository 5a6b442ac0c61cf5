export {
  campaigns,
  clock,
  definitions,
  email,
  emailQueue,
  ledger,
  lines,
  records,
} from '../../lib/aws/ports.ts';
