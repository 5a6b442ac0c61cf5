import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SMS = 'sms: { queue: sales, from: TEST, text: Hello }';

describe('texts-and-calls', () => {
  it('reports a campaign that would call and write', () => {
    expect(found({ 'campaigns/spring.yaml': ['channels:\n', `channels:\n  ${SMS}\n`] })).toEqual([
      "campaigns/spring.yaml:3:3 texts-and-calls: campaign 'spring' has both the outbound and the SMS channel; its people are either called or written to",
    ]);
  });

  it('accepts a campaign that only writes', () => {
    expect(found({ 'campaigns/texts.yaml': `name: Texts\nchannels:\n  ${SMS}` })).toEqual([]);
  });
});
