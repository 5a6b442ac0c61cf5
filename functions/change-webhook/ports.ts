export {
  campaigns,
  clock,
  definitions,
  secretRotation,
  webhookQueue,
  webhooks,
} from '../../lib/aws/ports.ts';
