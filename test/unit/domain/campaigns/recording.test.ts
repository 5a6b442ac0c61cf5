import { describe, expect, it } from 'vitest';
import { keepsRecordings } from '../../../../lib/domain/campaigns/recording.ts';
import { definitions } from '../../../support/definitions.ts';

const channelsOf = (input: Parameters<typeof definitions>[0]) => {
  const { spring } = definitions(input).campaigns;
  if (spring === undefined) throw new Error('there is a campaign');
  return spring.channels;
};

describe('recordings of a campaign', () => {
  it('are kept where calls are recorded, and where callers may leave a message', () => {
    expect(keepsRecordings(channelsOf({ outbound: { recording: true } }))).toBe(true);
    expect(keepsRecordings(channelsOf({ inbound: {} }))).toBe(true);
    expect(keepsRecordings(channelsOf({}))).toBe(false);
  });
});
