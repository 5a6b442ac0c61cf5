export {
  agents,
  campaigns,
  clock,
  contacts,
  definitions,
  holds,
  ledger,
  pseudonyms,
  records,
  slots,
  surveyQueue,
} from '../../lib/aws/ports.ts';
