import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const AGAIN = 'rules/again.yaml';

describe('unknown-sender', () => {
  it('reports a number that is not a sender of the centre', () => {
    expect(found({ [AGAIN]: ['from: TEST', 'from: "+48600000001"'] })).toEqual([
      "rules/again.yaml:20:11 unknown-sender: tile 'message' sends from '+48600000001', which is not a sender of the centre",
    ]);
  });

  it('reports a random number where there is none to choose from', () => {
    expect(
      found({
        'centre.yaml': ['  numbers: ["+48600000000"]\n', ''],
        [AGAIN]: ['from: TEST', 'from: random'],
      }),
    ).toEqual([
      "rules/again.yaml:20:11 unknown-sender: tile 'message' sends from a random number, but the centre has no number for SMS",
    ]);
  });

  it('reports the sender of a classifier', () => {
    const keys = '    closes: true\n    sendsSms: { from: TSET, text: Hello }';
    expect(found({ 'campaigns/spring.yaml': ['    closes: true', keys] })).toEqual([
      "campaigns/spring.yaml:19:23 unknown-sender: classifier 'sold' sends from 'TSET', which is not a sender of the centre",
    ]);
  });

  it('accepts a number of the centre', () => {
    expect(found({ [AGAIN]: ['from: TEST', 'from: "+48600000000"'] })).toEqual([]);
  });

  it('accepts a random number where there is one', () => {
    expect(found({ [AGAIN]: ['from: TEST', 'from: random'] })).toEqual([]);
  });
});
