export {
  audit,
  campaigns,
  clock,
  definitions,
  givenAnswers,
  ledger,
  pseudonyms,
  records,
  tickQueue,
} from '../../lib/aws/ports.ts';
