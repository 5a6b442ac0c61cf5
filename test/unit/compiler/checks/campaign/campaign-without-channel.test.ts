import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

describe('campaign-without-channel', () => {
  it('reports a campaign without any channel', () => {
    expect(found({ 'campaigns/idle.yaml': 'name: Idle\nchannels: {}' })).toEqual([
      "campaigns/idle.yaml:2:1 campaign-without-channel: campaign 'idle' has no channel",
    ]);
  });

  it('accepts a campaign with a channel that is left to its defaults', () => {
    expect(found({ 'campaigns/idle.yaml': 'name: Idle\nchannels: { outbound: {} }' })).toEqual([]);
  });
});
