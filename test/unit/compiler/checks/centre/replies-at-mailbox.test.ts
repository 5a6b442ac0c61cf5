import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';
const ANSWERED = ['channels:\n', 'channels:\n  email: { queue: sales }\n'] as const;
const receiving = (replies: string) =>
  [
    'hello: { address: hello@example.org }',
    `hello: { address: hello@example.org, replies: ${replies} }`,
  ] as const;

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
