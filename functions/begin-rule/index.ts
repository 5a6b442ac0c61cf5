import { clock, records } from '../../lib/aws/ports.ts';
import { request } from '../edge/request.ts';
import { beginRule } from './begin-rule.ts';

export const handler = request('begin-rule', beginRule, { clock, records });
