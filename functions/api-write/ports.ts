export {
  audit,
  campaigns,
  clock,
  definitions,
  givenAnswers,
  ledger,
  pseudonyms,
  records,
  secretRotation,
  tickQueue,
  webhookQueue,
  webhooks,
} from '../../lib/aws/ports.ts';
