import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('recontact-period', () => {
  it('reports a recall later than the longest period', () => {
    expect(found({ [SPRING]: ['after: 1 d, within: 3 d', 'after: 4 d, within: 3 d'] })).toEqual([
      "campaigns/spring.yaml:21:25 recontact-period: classifier 'later' schedules a recall later than 'within' allows",
    ]);
  });

  it('accepts a recall at the end of the period', () => {
    expect(found({ [SPRING]: ['after: 1 d, within: 3 d', 'after: 3 d, within: 3 d'] })).toEqual([]);
  });
});
