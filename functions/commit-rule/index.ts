import { campaigns, clock, definitions, ids, records } from '../../lib/aws/ports.ts';
import { request } from '../edge/request.ts';
import { commitRule } from './commit-rule.ts';

export const handler = request('commit-rule', commitRule, {
  campaigns,
  clock,
  definitions,
  ids,
  records,
});
