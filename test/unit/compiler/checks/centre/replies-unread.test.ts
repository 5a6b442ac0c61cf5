import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';
import { ANSWERED, receiving } from '../../../../support/mistakes-of-replies.ts';

const SPRING = 'campaigns/spring.yaml';

describe('replies-unread', () => {
  it('warns of a mailbox that receives what no campaign takes', () => {
    expect(found({ 'centre.yaml': receiving('reply.example.org') })).toEqual([
      "centre.yaml:11:40 replies-unread: mailbox 'hello' receives, but no campaign takes answers to e-mails",
    ]);
  });

  it('accepts one whose answers a campaign takes', () => {
    const centre = receiving('reply.example.org');
    expect(found({ [SPRING]: ANSWERED, 'centre.yaml': centre })).toEqual([]);
  });
});
