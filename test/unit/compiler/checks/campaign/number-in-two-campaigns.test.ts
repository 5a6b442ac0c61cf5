import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const HOTLINE = 'campaigns/hotline.yaml';

describe('number-in-two-campaigns', () => {
  it('reports a number that already leads to another campaign', () => {
    expect(
      found(
        {
          'campaigns/other.yaml':
            'name: Other\nchannels:\n  inbound: { numbers: [main, hotline], ivr: help, voicemail: { to: us@example.org, mailbox: hello } }\n  outbound: {}\nfields: { pesel: {} }',
        },
        IVR_FILES,
      ),
    ).toEqual([
      "campaigns/other.yaml:3:30 number-in-two-campaigns: number 'hotline' already leads to campaign 'hotline'",
    ]);
  });

  it('reports a number that a campaign lists twice', () => {
    expect(found({ [HOTLINE]: ['[hotline]', '[hotline, hotline]'] }, IVR_FILES)).toEqual([
      "campaigns/hotline.yaml:4:24 number-in-two-campaigns: number 'hotline' is listed twice",
    ]);
  });

  it('accepts two numbers for one campaign', () => {
    expect(found({ [HOTLINE]: ['[hotline]', '[hotline, main]'] }, IVR_FILES)).toEqual([]);
  });
});
