import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comesBefore,
  type ShareOfPool,
  withinReach,
} from '../../../../lib/domain/pacing/fair-share.ts';

const share = (id: string, priority: number, served: number): ShareOfPool => ({
  id,
  priority,
  served,
});
const anyShares = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-e]{1,2}$/),
    priority: fc.integer({ min: 0, max: 2 }),
    served: fc.integer({ min: 0, max: 3 }),
  }),
  { selector: ({ id }) => id, minLength: 2, maxLength: 6 },
);

describe('whose call starts next (CAM-12)', () => {
  it.each([
    ['the higher priority, however much it has had', share('b', 60, 99), share('a', 50, 0)],
    ['among equals, whoever has had fewer answers', share('b', 50, 1.5), share('a', 50, 2)],
    ['at last, the id', share('a', 50, 2), share('b', 50, 2)],
  ])('is %s', (_, first, second) => {
    expect([comesBefore(first, second), comesBefore(second, first)]).toEqual([true, false]);
  });

  it('is one order of all campaigns, in which nobody is before themselves', () => {
    fc.assert(
      fc.property(anyShares, (campaigns) => {
        const sorted = campaigns.toSorted((a, b) => (comesBefore(a, b) ? -1 : 1));

        for (const [i, a] of sorted.entries()) {
          for (const [j, b] of sorted.entries()) expect(comesBefore(a, b)).toBe(i < j);
        }
      }),
    );
  });
});

describe('a campaign that was idle', () => {
  it('makes up for ten answers at most, against those of its own priority', () => {
    const [idle, busy, urgent] = withinReach([
      share('idle', 50, 0),
      share('busy', 50, 25),
      share('urgent', 60, 500),
    ]);

    expect([idle, busy, urgent].map((each) => each?.served)).toEqual([15, 25, 500]);
  });

  it('keeps what it is behind by as long as that is little', () => {
    expect(withinReach([share('a', 50, 15), share('b', 50, 25)])[0]?.served).toBe(15);
  });
});
