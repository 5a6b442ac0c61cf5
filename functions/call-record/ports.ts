export {
  agents,
  campaigns,
  clock,
  definitions,
  dialQueue,
  records,
  telephony,
  throttle,
} from '../../lib/aws/ports.ts';
