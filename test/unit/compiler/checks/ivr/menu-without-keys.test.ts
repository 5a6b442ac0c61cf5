import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

describe('menu-without-keys', () => {
  it('reports a menu that offers nothing', () => {
    expect(
      found(
        {
          'ivrs/other.yaml':
            'name: Other\nblocks:\n  pick-up: { kind: answer, next: choose }\n  choose:\n    kind: menu\n    say: Press a key.\n    keys: {}\n    wrong: bye\n    none: bye\n  bye: { kind: disconnect }\n',
          'campaigns/other.yaml':
            'name: Other\nchannels:\n  inbound: { numbers: [main], ivr: other }\n',
        },
        IVR_FILES,
      ),
    ).toEqual(["ivrs/other.yaml:7:5 menu-without-keys: menu 'choose' has no keys"]);
  });

  it('accepts a menu with one key', () => {
    expect(
      found(
        {
          'ivrs/other.yaml':
            'name: Other\nblocks:\n  pick-up: { kind: answer, next: choose }\n  choose:\n    kind: menu\n    say: Press a key.\n    keys: { "#": bye }\n    wrong: bye\n    none: bye\n  bye: { kind: disconnect }\n',
          'campaigns/other.yaml':
            'name: Other\nchannels:\n  inbound: { numbers: [main], ivr: other }\n',
        },
        IVR_FILES,
      ),
    ).toEqual([]);
  });
});
