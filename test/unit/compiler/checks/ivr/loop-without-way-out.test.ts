import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const HELP = 'ivrs/help.yaml';

describe('loop-without-way-out', () => {
  it('reports a loop in which nobody decides anything', () => {
    expect(
      found(
        {
          [HELP]: [
            '  goodbye:\n    kind: disconnect',
            '  goodbye:\n    kind: jump\n    to: farewell\n  farewell:\n    kind: announcement\n    say: Bye.\n    next: goodbye',
          ],
        },
        IVR_FILES,
      ),
    ).toEqual([
      "ivrs/help.yaml:87:3 loop-without-way-out: the call would loop forever: 'goodbye', 'farewell'",
    ]);
  });

  it('reports a loop of callers from which no path leads to a queue or the end', () => {
    expect(
      found(
        {
          [HELP]: [
            '  goodbye:\n    kind: disconnect',
            '  goodbye:\n    kind: menu\n    say: Press 1.\n    keys: { "1": thanks }\n    wrong: goodbye\n    none: thanks\n  thanks:\n    kind: announcement\n    say: Thanks.\n    next: goodbye',
          ],
        },
        IVR_FILES,
      ),
    ).toEqual([
      "ivrs/help.yaml:87:3 loop-without-way-out: no path leads to a queue or ends the call: 'goodbye', 'thanks'",
    ]);
  });

  it('reports two separate loops separately', () => {
    expect(
      found(
        {
          [HELP]: [
            '  goodbye:\n    kind: disconnect',
            '  goodbye:\n    kind: menu\n    say: x\n    keys: { "1": left }\n    wrong: right\n    none: right\n  left: { kind: jump, to: left }\n  right: { kind: announcement, say: x, next: right }',
          ],
        },
        IVR_FILES,
      ),
    ).toEqual([
      "ivrs/help.yaml:93:3 loop-without-way-out: the call would loop forever: 'left'",
      "ivrs/help.yaml:94:3 loop-without-way-out: the call would loop forever: 'right'",
    ]);
  });

  it('accepts a loop that leads past a queue', () => {
    expect(found({ [HELP]: ['    next: message', '    next: menu'] }, IVR_FILES)).toEqual([]);
  });
});
