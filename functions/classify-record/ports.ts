export {
  clock,
  contacts,
  definitions,
  ledger,
  pseudonyms,
  records,
  slots,
  surveyQueue,
} from '../../lib/aws/ports.ts';
