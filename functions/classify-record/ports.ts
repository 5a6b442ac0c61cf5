export {
  clock,
  contacts,
  definitions,
  ledger,
  records,
  slots,
  surveyQueue,
} from '../../lib/aws/ports.ts';
