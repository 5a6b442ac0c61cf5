export {
  clock,
  definitions,
  journal,
  records,
  tickQueue,
  voicemails,
  webhooks,
} from '../../lib/aws/ports.ts';
