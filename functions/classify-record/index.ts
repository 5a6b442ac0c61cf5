import { clock, definitions, records, slots, surveyQueue, telephony } from '../../lib/aws/ports.ts';
import { request } from '../edge/request.ts';
import { classifyRecord } from './classify-record.ts';

export const handler = request('classify-record', classifyRecord, {
  clock,
  definitions,
  records,
  slots,
  surveyQueue,
  telephony,
});
