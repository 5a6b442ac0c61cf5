export {
  agents,
  campaigns,
  clock,
  definitions,
  dialQueue,
  ledger,
  records,
  telephony,
  throttle,
} from '../../lib/aws/ports.ts';
