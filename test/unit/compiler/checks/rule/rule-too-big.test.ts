import { describe, expect, it } from 'vitest';
import { bigRule } from '../../../../support/a-big-rule.ts';
import { found } from '../../../../support/a-centre.ts';

const AGAIN = 'rules/again.yaml';
const AGAIN_TEST = 'rules/again.test.yaml';

describe('rule-too-big', () => {
  it('reports a rule whose tiles do not fit into one Lambda call', () => {
    expect(found({ [AGAIN]: bigRule(10), [AGAIN_TEST]: undefined })).toEqual([
      'rules/again.yaml:3:1 rule-too-big: the tiles take 197 KiB; the limit is 192 KiB',
    ]);
  });

  it('accepts the largest that does', () => {
    expect(found({ [AGAIN]: bigRule(9), [AGAIN_TEST]: undefined })).toEqual([]);
  });
});
