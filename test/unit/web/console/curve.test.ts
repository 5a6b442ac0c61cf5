import { expect, it } from 'vitest';
import { curveThrough } from '../../../../web/console/graphs/curve.ts';

it('a line goes straight down where its points are above each other, and bends between heights', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 0, y: 10 },
    { x: 20, y: 30 },
  ];

  expect(curveThrough(points)).toBe('M0 0L0 10C0 20 20 20 20 30');
  expect(curveThrough(points.slice(0, 2))).toBe('M0 0L0 10');
  expect(curveThrough([])).toBe('');
});
