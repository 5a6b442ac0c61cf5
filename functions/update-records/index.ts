import { updateRecords } from '../../lib/application/records/update-records.ts';
import { request } from '../edge/request.ts';
import * as ports from './ports.ts';

export const handler = request('update-records', updateRecords, ports);
