import { beginRule } from '../../lib/application/rules/begin-rule.ts';
import { request } from '../edge/request.ts';
import * as ports from './ports.ts';

export const handler = request('begin-rule', beginRule, ports);
