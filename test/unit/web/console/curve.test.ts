import { expect, it } from 'vitest';
import { curveThrough } from '../../../../web/console/graphs/curve.ts';

it('a line goes from its first point to its last, curved around those between', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 0, y: 10 },
    { x: 20, y: 10 },
    { x: 20, y: 30 },
  ];

  expect(curveThrough(points)).toBe('M0 0Q0 10 10 10Q20 10 20 20L20 30');
  expect(curveThrough(points.slice(0, 2))).toBe('M0 0L0 10');
  expect(curveThrough([])).toBe('');
});
