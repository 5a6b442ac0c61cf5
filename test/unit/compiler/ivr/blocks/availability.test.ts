import { describe, expect, it } from 'vitest';
import { rendered } from './a-block.ts';

describe('availability (IVR-7)', () => {
  const { ways, given } = rendered({
    kind: 'availability',
    hours: 'office',
    open: 'in',
    closed: 'out',
  });

  it('takes the path of the hours, and counts as closed when they cannot be read', () => {
    expect(ways).toEqual({
      it: { next: 'out', NoMatchingError: 'out', 'Equals True': 'in', 'Equals False': 'out' },
    });
    expect(given.it).toEqual({ HoursOfOperationId: 'office' });
  });
});
