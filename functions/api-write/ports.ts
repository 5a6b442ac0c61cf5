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
  uploads,
} from '../../lib/aws/ports.ts';
