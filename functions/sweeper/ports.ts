export {
  clock,
  contacts,
  definitions,
  emailQueue,
  journal,
  olderOrders,
  records,
  slots,
  smsQueue,
  surveyQueue,
  voicemails,
} from '../../lib/aws/ports.ts';
