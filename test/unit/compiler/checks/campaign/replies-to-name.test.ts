import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const texts = (from: string, more = '') => ({
  'campaigns/texts.yaml': `name: Texts\nchannels:\n  sms:\n    queue: sales\n    from: ${from}\n    text: Hello\n${more}`,
});

describe('replies-to-name', () => {
  it('reports replies that are to come to a name', () => {
    expect(found(texts('TEST', '    receiveReplies: true'))).toEqual([
      "campaigns/texts.yaml:7:5 replies-to-name: campaign 'texts' is to receive replies, but nobody can reply to the name 'TEST'",
    ]);
  });

  it('accepts a name without replies, and replies to a number', () => {
    expect(found(texts('TEST'))).toEqual([]);
    expect(found(texts('TEST', '    receiveReplies: false'))).toEqual([]);
    expect(found(texts('"+48600000000"', '    receiveReplies: true'))).toEqual([]);
    expect(found(texts('random', '    receiveReplies: true'))).toEqual([]);
  });
});
