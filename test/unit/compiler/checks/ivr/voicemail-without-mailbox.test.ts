import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const HOTLINE = 'campaigns/hotline.yaml';

describe('voicemail-without-mailbox', () => {
  it('reports a message that no mailbox of the campaign can send', () => {
    expect(
      found(
        { [HOTLINE]: ['    voicemail: { to: us@example.org, mailbox: hello }\n', ''] },
        IVR_FILES,
      ),
    ).toEqual([
      "ivrs/help.yaml:84:3 voicemail-without-mailbox: block 'message' records a message, but campaign 'hotline' has no 'voicemail'",
    ]);
  });

  it('accepts an IVR without voicemail in a campaign without mailbox', () => {
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
