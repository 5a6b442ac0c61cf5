export {
  clock,
  contacts,
  definitions,
  journal,
  records,
  slots,
  surveyQueue,
  tickQueue,
  voicemails,
  webhooks,
} from '../../lib/aws/ports.ts';
