import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const AGAIN = 'rules/again.yaml';

describe('unreachable-tile', () => {
  it('reports a tile that no path leads to', () => {
    expect(found({ [AGAIN]: ['  done:\n', '  island:\n    kind: end\n  done:\n'] })).toEqual([
      "rules/again.yaml:41:3 unreachable-tile: no path leads to tile 'island'",
    ]);
  });

  it('reports tiles that lead to each other only', () => {
    expect(
      found({
        [AGAIN]: [
          '  done:\n',
          '  east: { kind: recontact, after: 1 h, next: west }\n  west: { kind: recontact, after: 1 h, next: east }\n  done:\n',
        ],
      }),
    ).toEqual([
      "rules/again.yaml:41:3 unreachable-tile: no path leads to tile 'east'",
      "rules/again.yaml:42:3 unreachable-tile: no path leads to tile 'west'",
    ]);
  });

  it('accepts a tile behind a recontact', () => {
    expect(
      found({
        [AGAIN]: [
          '  again:\n    kind: recontact\n    after: 2 h',
          '  again:\n    kind: recontact\n    after: 2 h\n    next: later\n  later:\n    kind: end',
        ],
      }),
    ).toEqual([]);
  });
});
