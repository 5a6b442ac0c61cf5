import { callRecord } from '../../lib/application/dialing/call-record.ts';
import { request } from '../edge/request.ts';
import * as ports from './ports.ts';

export const handler = request('call-record', callRecord, ports);
