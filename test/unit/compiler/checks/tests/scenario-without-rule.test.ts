import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const AGAIN_TEST = 'rules/again.test.yaml';

describe('scenario-without-rule', () => {
  it('reports scenarios of a rule that does not exist', () => {
    expect(
      found({ 'rules/agian.test.yaml': '- { name: x, calls: [busy], expect: [status] }' }),
    ).toEqual(["rules/agian.test.yaml:1:1 scenario-without-rule: there is no rule 'agian'"]);
  });

  it('accepts a rule without scenarios', () => {
    expect(found({ [AGAIN_TEST]: undefined })).toEqual([]);
  });
});
