import { describe, expect, it } from 'vitest';
import { found } from '../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';
const AGAIN = 'rules/again.yaml';

describe('not-offered', () => {
  it('reports a channel and a kind of tile that are planned', () => {
    expect(
      found({
        [SPRING]: ['channels:\n', 'channels:\n  chat: {}\n'],
        [AGAIN]: ['kind: end', 'kind: hlr-check'],
      }),
    ).toEqual([
      'campaigns/spring.yaml:3:3 not-offered: the chat channel is not available yet',
      'rules/again.yaml:42:11 not-offered: HLR checks are not available yet',
    ]);
  });

  it('accepts the same word as the name of a field', () => {
    expect(found({ [SPRING]: ['  plan:\n', '  chat: {}\n  plan:\n'] })).toEqual([]);
  });
});
