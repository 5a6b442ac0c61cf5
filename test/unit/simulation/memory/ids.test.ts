import { describe, expect, it } from 'vitest';
import { instant } from '../../../../lib/domain/model/instant.ts';
import { memoryIds } from '../../../../lib/simulation/memory/ids.ts';

describe('ids in memory', () => {
  it('are unique and sort by time', () => {
    let now = instant(Date.UTC(2026, 2, 2));
    const ids = memoryIds({ now: () => now });

    const made = Array.from({ length: 100 }, (_, i) => {
      if (i % 10 === 9) now = instant(now + 1000);
      return ids.next();
    });

    expect(new Set(made).size).toBe(100);
    expect(made.toSorted()).toEqual(made);
  });
});
