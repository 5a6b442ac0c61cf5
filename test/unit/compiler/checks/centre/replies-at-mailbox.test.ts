import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';
import { ANSWERED, receiving } from '../../../../support/mistakes-of-replies.ts';

const SPRING = 'campaigns/spring.yaml';

describe('replies-at-mailbox', () => {
  it('reports a domain that has a mailbox of its own', () => {
    expect(found({ [SPRING]: ANSWERED, 'centre.yaml': receiving('example.org') })).toEqual([
      "centre.yaml:11:49 replies-at-mailbox: 'example.org' is the domain of hello@example.org, which would get no more mail",
    ]);
  });

  it('accepts a domain beside it', () => {
    const centre = receiving('reply.example.org');
    expect(found({ [SPRING]: ANSWERED, 'centre.yaml': centre })).toEqual([]);
  });
});
