export {
  agents,
  campaigns,
  clock,
  contactLog,
  definitions,
  dialQueue,
  ledger,
  records,
  telephony,
  throttle,
} from '../../lib/aws/ports.ts';
