import { extendWrapUpTime } from '../../lib/application/inbound/extend-wrap-up.ts';
import { request } from '../edge/request.ts';
import * as ports from './ports.ts';

export const handler = request('extend-wrap-up', extendWrapUpTime, ports);
