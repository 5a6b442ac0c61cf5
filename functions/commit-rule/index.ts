import { commitRule } from '../../lib/application/rules/commit-rule.ts';
import { request } from '../edge/request.ts';
import * as ports from './ports.ts';

export const handler = request('commit-rule', commitRule, ports);
