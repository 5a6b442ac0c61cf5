import { campaigns, clock, definitions, ids, records } from '../../lib/aws/ports.ts';
import { request } from '../edge/request.ts';
import { classifyRecord } from './classify-record.ts';

export const handler = request('classify-record', classifyRecord, {
  campaigns,
  clock,
  definitions,
  ids,
  records,
});
