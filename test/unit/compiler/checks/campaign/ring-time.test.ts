import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('ring-time', () => {
  it('reports a call that rings for longer than 60 s', () => {
    expect(
      found({ [SPRING]: ['    queue: sales', '    queue: sales\n    ringFor: 61 s'] }),
    ).toEqual(['campaigns/spring.yaml:5:14 ring-time: a call cannot ring for 61 s']);
  });

  it('reports a call that rings for less than 15 s', () => {
    expect(
      found({ [SPRING]: ['    queue: sales', '    queue: sales\n    ringFor: 14 s'] }),
    ).toEqual(['campaigns/spring.yaml:5:14 ring-time: a call cannot ring for 14 s']);
  });

  it('accepts the shortest time', () => {
    expect(
      found({ [SPRING]: ['    queue: sales', '    queue: sales\n    ringFor: 15 s'] }),
    ).toEqual([]);
  });

  it('accepts the longest time', () => {
    expect(
      found({ [SPRING]: ['    queue: sales', '    queue: sales\n    ringFor: 1 min'] }),
    ).toEqual([]);
  });
});
