import { apiWrite } from '../../lib/api/api-write.ts';
import { http } from '../edge/http.ts';
import * as ports from './ports.ts';

export const handler = http('api-write', apiWrite, ports);
