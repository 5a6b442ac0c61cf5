import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

describe('unused-rule', () => {
  it('reports a rule that no campaign uses', () => {
    expect(
      found({ 'rules/old.yaml': 'name: Old\nstart: done\ntiles: { done: { kind: end } }' }),
    ).toEqual(["rules/old.yaml:1:1 unused-rule: no campaign uses rule 'old'"]);
  });

  it('accepts one that has scenarios: it is being prepared', () => {
    expect(
      found({
        'rules/old.yaml': 'name: Old\nstart: done\ntiles: { done: { kind: end } }',
        'rules/old.test.yaml': '- { name: ends, calls: [busy], expect: [done] }',
      }),
    ).toEqual([]);
  });
});
