export {
  clock,
  contacts,
  definitions,
  records,
  slots,
  surveyQueue,
  tickQueue,
} from '../../lib/aws/ports.ts';
