import { classifyRecord } from '../../lib/application/classification/classify-record.ts';
import { request } from '../edge/request.ts';
import * as ports from './ports.ts';

export const handler = request('classify-record', classifyRecord, ports);
