import { describe, expect, it } from 'vitest';
import { found } from '../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('not-offered', () => {
  it('reports a channel that is planned', () => {
    expect(
      found({
        [SPRING]: ['channels:\n', 'channels:\n  chat: {}\n'],
      }),
    ).toEqual(['campaigns/spring.yaml:3:3 not-offered: the chat channel is not available yet']);
  });

  it('accepts the same word as the name of a field', () => {
    expect(found({ [SPRING]: ['  plan:\n', '  chat: {}\n  plan:\n'] })).toEqual([]);
  });
});
