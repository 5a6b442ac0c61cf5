import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const HELP = 'ivrs/help.yaml';

describe('unused-path', () => {
  it('reports a path that no call may take at once', () => {
    expect(found({ [HELP]: ['most: 2', 'most: 0'] }, IVR_FILES)).toEqual([
      "ivrs/help.yaml:62:5 unused-path: 'within' of block 'rush' can never be taken: 'most' is 0",
    ]);
  });

  it('reports the path of a full queue that has no capacity', () => {
    expect(
      found({ [HELP]: ['    queue: help\n', '    queue: help\n    full: outside\n'] }, IVR_FILES),
    ).toEqual([
      "ivrs/help.yaml:83:5 unused-path: 'full' of block 'agents' can never be taken: queue 'help' has no 'capacity'",
    ]);
  });

  it('reports the path of a number that leads to another campaign', () => {
    expect(
      found(
        { [HELP]: ['paths: { hotline: vip }', 'paths: { hotline: vip, main: vip }'] },
        IVR_FILES,
      ),
    ).toEqual([
      "ivrs/help.yaml:72:28 unused-path: no campaign that uses this IVR has the number 'main'",
    ]);
  });

  it('reports a comparison with an identity that does not exist', () => {
    expect(found({ [HELP]: ['to: one', 'to: two'] }, IVR_FILES)).toEqual([
      "ivrs/help.yaml:77:9 unused-path: 'met' of block 'vip' can never be taken: identity is one, several or none",
    ]);
  });

  it('accepts the path of a queue that can be full', () => {
    expect(
      found(
        {
          [HELP]: ['    queue: help\n', '    queue: help\n    full: outside\n'],
          'queues.yaml': ['  overflow: sales\n', '  overflow: sales\n  capacity: 5\n'],
        },
        IVR_FILES,
      ),
    ).toEqual([]);
  });

  it('accepts a path that one call at a time may take', () => {
    expect(found({ [HELP]: ['most: 2', 'most: 1'] }, IVR_FILES)).toEqual([]);
  });
});
