export {
  clock,
  definitions,
  emailQueue,
  journal,
  records,
  slots,
  smsQueue,
  surveyQueue,
  telephony,
  voicemails,
} from '../../lib/aws/ports.ts';
