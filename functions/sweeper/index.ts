import {
  clock,
  definitions,
  journal,
  records,
  slots,
  surveyQueue,
  telephony,
  voicemails,
} from '../../lib/aws/ports.ts';
import { schedule } from '../edge/schedule.ts';
import { sweeper } from './sweeper.ts';

export const handler = schedule('sweeper', sweeper, {
  clock,
  definitions,
  records,
  journal,
  slots,
  surveyQueue,
  telephony,
  voicemails,
});
