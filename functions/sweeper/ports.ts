export {
  clock,
  contacts,
  definitions,
  emailQueue,
  journal,
  records,
  slots,
  smsQueue,
  surveyQueue,
  voicemails,
} from '../../lib/aws/ports.ts';
