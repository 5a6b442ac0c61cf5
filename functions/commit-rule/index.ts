import { ruleEnds } from '../../lib/application/rules/rule-ends.ts';
import { request } from '../edge/request.ts';
import * as ports from './ports.ts';

export const handler = request('commit-rule', ruleEnds, ports);
