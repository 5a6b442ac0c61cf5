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
import { request } from '../edge/request.ts';
import { callRecord } from './call-record.ts';

export const handler = request('call-record', callRecord, {
  agents,
  campaigns,
  clock,
  definitions,
  dialQueue,
  records,
  telephony,
  throttle,
});
