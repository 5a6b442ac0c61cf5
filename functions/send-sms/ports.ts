export {
  campaigns,
  clock,
  contactLog,
  definitions,
  ledger,
  lines,
  records,
  sms,
  smsQueue,
} from '../../lib/aws/ports.ts';
