import { describe, expect, it } from 'vitest';
import { found } from '../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('wrong-size', () => {
  it('reports a number above the largest allowed', () => {
    expect(found({ [SPRING]: ['name: Spring', 'name: Spring\npriority: 500'] })).toEqual([
      'campaigns/spring.yaml:2:11 wrong-size: must be at most 100',
    ]);
  });

  it('reports a list that needs an item', () => {
    expect(found({ 'groups.yaml': 'sales: { agents: [] }' })).toEqual([
      'groups.yaml:1:18 wrong-size: must be at least 1 item',
    ]);
  });

  it('accepts the largest number allowed', () => {
    expect(found({ [SPRING]: ['name: Spring', 'name: Spring\npriority: 100'] })).toEqual([]);
  });
});
