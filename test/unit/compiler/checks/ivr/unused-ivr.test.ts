import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

describe('unused-ivr', () => {
  it('reports an IVR that no campaign uses', () => {
    expect(
      found(
        {
          'ivrs/old.yaml':
            'name: Other\nblocks:\n  pick-up: { kind: answer, next: choose }\n  choose:\n    kind: menu\n    say: Press a key.\n    keys: { "1": bye }\n    wrong: bye\n    none: bye\n  bye: { kind: disconnect }\n',
        },
        IVR_FILES,
      ),
    ).toEqual(["ivrs/old.yaml:1:1 unused-ivr: no campaign uses IVR 'old'"]);
  });

  it('accepts an IVR that a campaign uses', () => {
    expect(
      found(
        {
          'ivrs/other.yaml':
            'name: Other\nblocks:\n  pick-up: { kind: answer, next: choose }\n  choose:\n    kind: menu\n    say: Press a key.\n    keys: { "1": bye }\n    wrong: bye\n    none: bye\n  bye: { kind: disconnect }\n',
          'campaigns/other.yaml':
            'name: Other\nchannels:\n  inbound: { numbers: [main], ivr: other }\n',
        },
        IVR_FILES,
      ),
    ).toEqual([]);
  });
});
