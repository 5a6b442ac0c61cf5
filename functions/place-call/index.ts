import {
  agents,
  campaigns,
  clock,
  definitions,
  dialQueue,
  records,
  telephony,
  throttle,
} from '../../lib/aws/ports.ts';
import { queue } from '../edge/queue.ts';
import { placeCall } from './place-call.ts';

export const handler = queue('place-call', placeCall, {
  agents,
  campaigns,
  clock,
  definitions,
  dialQueue,
  records,
  telephony,
  throttle,
});
