import { apiRead } from '../../lib/api/api-read.ts';
import { http } from '../edge/http.ts';
import * as ports from './ports.ts';

export const handler = http('api-read', apiRead, ports);
