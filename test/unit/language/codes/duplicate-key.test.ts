import { describe, expect, it } from 'vitest';
import { found } from '../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('duplicate-key', () => {
  it('reports a key that appears twice, at the second', () => {
    expect(found({ [SPRING]: ['    queue: sales', '    queue: sales\n    queue: sales'] })).toEqual(
      ["campaigns/spring.yaml:5:5 duplicate-key: 'queue' is already set here"],
    );
  });

  it('reports an id that appears twice in a file of ids', () => {
    expect(found({ 'groups.yaml': 'sales: { agents: [anna] }\nsales: { agents: [jan] }' })).toEqual(
      ["groups.yaml:2:1 duplicate-key: 'sales' is already set here"],
    );
  });

  it('accepts the same key in different places', () => {
    expect(
      found({ [SPRING]: ['  fields: { name: Name }', '  fields: { name: Name, plan: Plan }'] }),
    ).toEqual([]);
  });
});
