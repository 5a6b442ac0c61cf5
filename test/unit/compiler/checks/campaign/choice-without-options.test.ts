import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('choice-without-options', () => {
  it('reports a choice without options, and options of a field that is not a choice', () => {
    expect(
      found({
        [SPRING]: [
          '    type: choice\n    options: [a, b]\n',
          '    type: choice\n  city:\n    options: [a]\n',
        ],
      }),
    ).toEqual([
      "campaigns/spring.yaml:11:3 choice-without-options: choice field 'plan' has no options",
      "campaigns/spring.yaml:14:5 choice-without-options: field 'city' has options, but its type is 'none'",
    ]);
  });

  it('accepts a choice of one', () => {
    expect(found({ [SPRING]: ['options: [a, b]', 'options: [a]'] })).toEqual([]);
  });
});
