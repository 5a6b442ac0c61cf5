export {
  campaigns,
  clock,
  definitions,
  email,
  journal,
  lines,
  receivers,
  signingSecrets,
  webhookQueue,
  webhooks,
} from '../../lib/aws/ports.ts';
