import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const HOTLINE = 'campaigns/hotline.yaml';

describe('unknown-ivr', () => {
  it('reports an IVR that has no file', () => {
    expect(found({ [HOTLINE]: ['ivr: help', 'ivr: halp'] }, IVR_FILES)).toEqual([
      "campaigns/hotline.yaml:5:10 unknown-ivr: there is no IVR 'halp'",
      "ivrs/help.yaml:1:1 unused-ivr: no campaign uses IVR 'help'",
    ]);
  });

  it('accepts one IVR for two campaigns', () => {
    expect(
      found(
        {
          'campaigns/other.yaml':
            'name: Other\nchannels:\n  inbound: { numbers: [main], ivr: help, voicemail: { to: us@example.org, mailbox: hello } }\n  outbound: {}\nfields: { pesel: {} }',
        },
        IVR_FILES,
      ),
    ).toEqual([]);
  });
});
