import { clock, definitions, records } from '../../lib/aws/ports.ts';
import { request } from '../edge/request.ts';
import { extendWrapUpTime } from './extend-wrap-up.ts';

export const handler = request('extend-wrap-up', extendWrapUpTime, { clock, definitions, records });
