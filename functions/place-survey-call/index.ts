import { clock, definitions, records, telephony, throttle } from '../../lib/aws/ports.ts';
import { queue } from '../edge/queue.ts';
import { placeSurveyCall } from './place-survey-call.ts';

export const handler = queue('place-survey-call', placeSurveyCall, {
  clock,
  definitions,
  records,
  telephony,
  throttle,
});
