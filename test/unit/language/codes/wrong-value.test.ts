import { describe, expect, it } from 'vitest';
import { found } from '../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('wrong-value', () => {
  it('reports a value that is not one of those allowed', () => {
    expect(found({ [SPRING]: ['name: Spring', 'name: Spring\ngoal: exaustion'] })).toEqual([
      "campaigns/spring.yaml:2:7 wrong-value: expected 'exhaustion' or 'none', found 'exaustion'",
    ]);
  });

  it('accepts each that is allowed', () => {
    expect(found({ [SPRING]: ['name: Spring', 'name: Spring\ngoal: exhaustion'] })).toEqual([]);
  });
});
