import { expect, it } from 'vitest';
import { bellHeight, bellShareBelow } from '../../../../lib/domain/pacing/bell.ts';

it.each([
  { z: -3, share: 0.001349898 },
  { z: -1, share: 0.158655254 },
  { z: 0, share: 0.5 },
  { z: 1.96, share: 0.975002105 },
])('the share of the bell curve below $z is $share', ({ z, share }) => {
  expect(bellShareBelow(z)).toBeCloseTo(share, 6);
});

it('the bell curve is highest in the middle and symmetric', () => {
  expect(bellHeight(0)).toBeCloseTo(0.39894228, 8);
  expect(bellHeight(2)).toBe(bellHeight(-2));
});
