import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const AGAIN = 'rules/again.yaml';

describe('unknown-classifier', () => {
  it('reports a classifier that the campaign does not have', () => {
    expect(found({ [AGAIN]: ['later: again', 'latr: again'] })).toEqual([
      "rules/again.yaml:39:14 unknown-classifier: tile 'result' names classifier 'latr', which campaign 'spring' does not have",
    ]);
  });

  it("accepts every classifier of the campaign, and 'none'", () => {
    expect(found({ [AGAIN]: ['later: again', 'sold: again'] })).toEqual([]);
  });
});
