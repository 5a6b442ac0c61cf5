import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('unknown-column-field', () => {
  it('reports a column mapped to a field that the campaign does not have', () => {
    expect(found({ [SPRING]: ['fields: { name: Name }', 'fields: { nmae: Name }'] })).toEqual([
      "campaigns/spring.yaml:25:13 unknown-column-field: a column is mapped to 'nmae', but the campaign has no such field",
    ]);
  });

  it('accepts a column for each field', () => {
    expect(found({ [SPRING]: ['fields: { name: Name }', 'fields: { plan: Name }'] })).toEqual([]);
  });
});
