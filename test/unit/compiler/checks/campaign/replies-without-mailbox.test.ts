import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';
import { ANSWERED, receiving } from '../../../../support/mistakes-of-replies.ts';

const SPRING = 'campaigns/spring.yaml';

describe('replies-without-mailbox', () => {
  it('reports a campaign that takes answers where no mailbox receives', () => {
    expect(found({ [SPRING]: ANSWERED })).toEqual([
      "campaigns/spring.yaml:3:3 replies-without-mailbox: campaign 'spring' is to take answers to e-mails, but no mailbox receives",
    ]);
  });

  it('accepts it where one does', () => {
    const centre = receiving('reply.example.org');
    expect(found({ [SPRING]: ANSWERED, 'centre.yaml': centre })).toEqual([]);
  });
});
