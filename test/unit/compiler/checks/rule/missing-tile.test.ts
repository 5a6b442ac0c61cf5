import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const AGAIN = 'rules/again.yaml';
const AGAIN_TEST = 'rules/again.test.yaml';

describe('missing-tile', () => {
  it('reports a path to a tile that does not exist', () => {
    expect(found({ [AGAIN]: ['busy: again', 'busy: agian'] })).toEqual([
      "rules/again.yaml:8:13 missing-tile: tile 'status' leads to 'agian' (busy), which is not a tile",
    ]);
  });

  it('reports a rule that starts at no tile', () => {
    expect(found({ [AGAIN]: ['start: status', 'start: stauts'], [AGAIN_TEST]: undefined })).toEqual(
      [
        "rules/again.yaml:2:8 missing-tile: the rule starts at 'stauts', which is not a tile",
        "rules/again.yaml:4:3 unreachable-tile: no path leads to tile 'status'",
        "rules/again.yaml:10:3 unreachable-tile: no path leads to tile 'count'",
        "rules/again.yaml:15:3 unreachable-tile: no path leads to tile 'again'",
        "rules/again.yaml:18:3 unreachable-tile: no path leads to tile 'message'",
        "rules/again.yaml:23:3 unreachable-tile: no path leads to tile 'letter'",
        "rules/again.yaml:30:3 unreachable-tile: no path leads to tile 'close'",
        "rules/again.yaml:32:3 unreachable-tile: no path leads to tile 'hours'",
        "rules/again.yaml:37:3 unreachable-tile: no path leads to tile 'result'",
        "rules/again.yaml:41:3 unreachable-tile: no path leads to tile 'done'",
      ],
    );
  });

  it('accepts a path to any tile of the rule', () => {
    expect(found({ [AGAIN]: ['busy: again', 'busy: close'], [AGAIN_TEST]: undefined })).toEqual([]);
  });
});
