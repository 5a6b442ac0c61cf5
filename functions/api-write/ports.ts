export {
  audit,
  campaigns,
  clock,
  definitions,
  givenAnswers,
  pseudonyms,
  records,
  tickQueue,
} from '../../lib/aws/ports.ts';
