export {
  clock,
  definitions,
  journal,
  records,
  slots,
  surveyQueue,
  telephony,
  voicemails,
} from '../../lib/aws/ports.ts';
