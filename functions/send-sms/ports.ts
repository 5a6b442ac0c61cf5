export {
  campaigns,
  clock,
  definitions,
  ledger,
  lines,
  records,
  sms,
  smsQueue,
} from '../../lib/aws/ports.ts';
