import { apiLive } from '../../lib/api/api-live.ts';
import { readLiveRequest } from '../../lib/aws/events/live-event.ts';
import { http } from '../edge/http.ts';
import * as ports from './ports.ts';

export const handler = http('api-live', apiLive, ports, readLiveRequest);
