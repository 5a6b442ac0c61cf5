import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const AGAIN = 'rules/again.yaml';

describe('loop-without-call', () => {
  it('reports two tiles that lead to each other', () => {
    expect(found({ [AGAIN]: ['    next: close', '    next: message'] })).toEqual([
      "rules/again.yaml:18:3 loop-without-call: a loop without a call in it: 'message' → 'letter' → 'message'",
      "rules/again.yaml:30:3 unreachable-tile: no path leads to tile 'close'",
    ]);
  });

  it('reports a tile that leads to itself', () => {
    expect(found({ [AGAIN]: ['    next: letter', '    next: message'] })).toEqual([
      "rules/again.yaml:18:3 loop-without-call: a loop without a call in it: 'message' → 'message'",
      "rules/again.yaml:23:3 unreachable-tile: no path leads to tile 'letter'",
      "rules/again.yaml:30:3 unreachable-tile: no path leads to tile 'close'",
    ]);
  });

  it('reports a loop through conditions in the order of its tiles', () => {
    expect(found({ [AGAIN]: ['met: message', 'met: status'] })).toEqual([
      "rules/again.yaml:4:3 loop-without-call: a loop without a call in it: 'status' → 'count' → 'status'",
      "rules/again.yaml:18:3 unreachable-tile: no path leads to tile 'message'",
      "rules/again.yaml:23:3 unreachable-tile: no path leads to tile 'letter'",
      "rules/again.yaml:30:3 unreachable-tile: no path leads to tile 'close'",
    ]);
  });

  it('accepts two paths that meet again', () => {
    expect(found({ [AGAIN]: ['closed: done', 'closed: count'] })).toEqual([]);
  });

  it('accepts a loop with a call in it', () => {
    expect(found({ [AGAIN]: ['    after: 2 h', '    after: 2 h\n    next: status'] })).toEqual([]);
  });
});
