import { callApi } from '../../lib/application/inbound/call-api.ts';
import { flow } from '../edge/flow.ts';
import * as ports from './ports.ts';

export const handler = flow('call-api', callApi, ports);
