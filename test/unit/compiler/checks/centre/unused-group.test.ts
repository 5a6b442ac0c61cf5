import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

describe('unused-group', () => {
  it('reports a group that no queue names', () => {
    expect(found({ 'groups.yaml': 'sales: { agents: [anna] }\nother: { agents: [jan] }' })).toEqual(
      ["groups.yaml:2:1 unused-group: no queue has group 'other'"],
    );
  });

  it('accepts a group that a queue names beside another', () => {
    expect(
      found({
        'groups.yaml': 'sales: { agents: [anna] }\nother: { agents: [jan] }',
        'queues.yaml': ['groups: [sales]', 'groups: [other, sales]'],
      }),
    ).toEqual([]);
  });
});
