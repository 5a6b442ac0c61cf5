import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';
const AGAIN = 'rules/again.yaml';
const AGAIN_TEST = 'rules/again.test.yaml';

describe('incomplete-paths', () => {
  it('reports the statuses that have no path', () => {
    expect(found({ [AGAIN]: ['    otherwise: hours', ''], [AGAIN_TEST]: undefined })).toEqual([
      "rules/again.yaml:6:5 incomplete-paths: tile 'status' has no path for 'answered', 'error', 'abandoned' or 'voicemail'",
      "rules/again.yaml:32:3 unreachable-tile: no path leads to tile 'hours'",
      "rules/again.yaml:37:3 unreachable-tile: no path leads to tile 'result'",
      "rules/again.yaml:41:3 unreachable-tile: no path leads to tile 'done'",
    ]);
  });

  it('reports classifiers that have no path', () => {
    expect(found({ [AGAIN]: ['    otherwise: done', ''] })).toEqual([
      "rules/again.yaml:39:5 incomplete-paths: tile 'result' has no path for other classifiers",
    ]);
  });

  it('reports a condition that always leads to the same tile', () => {
    expect(
      found({ [AGAIN]: ['    paths: { later: again, none: done }', '    paths: {}'] }),
    ).toEqual([
      "rules/again.yaml:39:5 incomplete-paths: tile 'result' has no paths, so it always leads to 'done'",
    ]);
  });

  it('accepts a path for all six statuses and no other', () => {
    expect(
      found({
        [AGAIN]: [
          '    otherwise: hours\n',
          '      answered: hours\n      error: hours\n      abandoned: hours\n      voicemail: hours\n',
        ],
        [SPRING]: ['    queue: sales', '    queue: sales\n    machineDetection: true'],
      }),
    ).toEqual([]);
  });

  it('accepts a path for those statuses that earlier tiles leave', () => {
    expect(
      found({
        [AGAIN]: [
          'busy: again\n    otherwise: hours',
          'busy: again\n    otherwise: reached\n  reached:\n    kind: connected\n    met: which\n    unmet: hours\n  which:\n    kind: call-status\n    paths: { answered: hours, abandoned: again, voicemail: again }',
        ],
        [SPRING]: ['    queue: sales', '    queue: sales\n    machineDetection: true'],
      }),
    ).toEqual([]);
  });
});
