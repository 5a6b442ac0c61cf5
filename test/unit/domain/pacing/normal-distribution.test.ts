import { expect, it } from 'vitest';
import {
  normalCumulative,
  normalDensity,
} from '../../../../lib/domain/pacing/normal-distribution.ts';

it.each([
  { z: -3, share: 0.001349898 },
  { z: -1, share: 0.158655254 },
  { z: 0, share: 0.5 },
  { z: 1.96, share: 0.975002105 },
])('the share of the bell curve below $z is $share', ({ z, share }) => {
  expect(normalCumulative(z)).toBeCloseTo(share, 6);
});

it('the bell curve is highest in the middle and symmetric', () => {
  expect(normalDensity(0)).toBeCloseTo(0.39894228, 8);
  expect(normalDensity(2)).toBe(normalDensity(-2));
});
