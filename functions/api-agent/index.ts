import { apiAgent } from '../../lib/api/api-agent.ts';
import { http } from '../edge/http.ts';
import * as ports from './ports.ts';

export const handler = http('api-agent', apiAgent, ports);
