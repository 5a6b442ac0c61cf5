import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const HELP = 'ivrs/help.yaml';

describe('unreachable-block', () => {
  it('reports a block that no path leads to', () => {
    expect(
      found(
        { [HELP]: ['  goodbye:\n', '  island:\n    kind: jump\n    to: menu\n  goodbye:\n'] },
        IVR_FILES,
      ),
    ).toEqual(["ivrs/help.yaml:87:3 unreachable-block: no path leads to block 'island'"]);
  });

  it('accepts a block that another jumps to', () => {
    expect(
      found(
        {
          [HELP]: [
            '  goodbye:\n    kind: disconnect',
            '  goodbye:\n    kind: jump\n    to: end\n  end:\n    kind: disconnect',
          ],
        },
        IVR_FILES,
      ),
    ).toEqual([]);
  });
});
