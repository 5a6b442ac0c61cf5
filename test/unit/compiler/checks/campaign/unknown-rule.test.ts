import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('unknown-rule', () => {
  it('reports a rule that has no file', () => {
    expect(found({ [SPRING]: ['rule: again', 'rule: agian'] })).toEqual([
      "campaigns/spring.yaml:6:11 unknown-rule: there is no callback rule 'agian'",
    ]);
  });

  it('accepts a campaign without a rule', () => {
    expect(found({ [SPRING]: ['    rule: again\n', ''] })).toEqual([]);
  });
});
