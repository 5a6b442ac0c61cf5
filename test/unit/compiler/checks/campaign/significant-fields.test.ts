import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('significant-fields', () => {
  it('reports the second field that is significant', () => {
    expect(found({ [SPRING]: ['  plan:\n', '  plan:\n    significant: true\n'] })).toEqual([
      "campaigns/spring.yaml:12:5 significant-fields: field 'name' is already the significant one",
    ]);
  });

  it('accepts a campaign without a significant field', () => {
    expect(found({ [SPRING]: ['    significant: true\n', '    required: true\n'] })).toEqual([]);
  });
});
