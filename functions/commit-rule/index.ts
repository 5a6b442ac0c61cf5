import {
  clock,
  definitions,
  journal,
  records,
  tickQueue,
  voicemails,
} from '../../lib/aws/ports.ts';
import { request } from '../edge/request.ts';
import { commitRule } from './commit-rule.ts';

export const handler = request('commit-rule', commitRule, {
  clock,
  definitions,
  records,
  journal,
  tickQueue,
  voicemails,
});
