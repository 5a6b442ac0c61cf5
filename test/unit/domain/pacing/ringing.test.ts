import { describe, expect, it } from 'vitest';
import {
  along,
  emptyRingingAges,
  noteRinging,
  RINGING_SECONDS,
  type RingingAges,
  ringingCurves,
  settledAfter,
} from '../../../../lib/domain/pacing/ringing.ts';

function experienced(count: number, seconds: number, answered: boolean): RingingAges {
  let ages = emptyRingingAges();
  for (let i = 0; i < count; i++) ages = noteRinging(ages, seconds, answered);
  return ages;
}

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

describe('ringing', () => {
  it('expects people to pick up about ten seconds after the start before the first call', () => {
    const { answered } = ringingCurves(emptyRingingAges());

    expect(along(answered, 5)).toBeLessThan(0.1);
    expect(along(answered, 20)).toBeGreaterThan(0.8);
  });

  it('learns when this campaign is answered', () => {
    const { answered } = ringingCurves(experienced(1000, 17.5, true));

    expect(along(answered, 17)).toBeLessThan(0.05);
    expect(along(answered, 18)).toBeGreaterThan(0.95);
  });

  it('rises from nothing to everything', () => {
    const { other } = ringingCurves(experienced(50, 30, false));

    expect(along(other, 0)).toBe(0);
    expect(along(other, -3)).toBe(0);
    expect(along(other, RINGING_SECONDS + 1)).toBe(1);
    expect(other.every((share, age) => age === 0 || share >= (other[age - 1] ?? 0))).toBe(true);
  });

  it('runs straight between whole seconds', () => {
    expect(along([0, 0.2, 0.6, 1], 1.5)).toBeCloseTo(0.4, 12);
  });

  it('knows after how many seconds everything has ended', () => {
    expect(settledAfter(experienced(4000, 44.2, false))).toBe(45);
  });

  it('forgets half of the old weight instead of growing', () => {
    const ages = experienced(20_000, 12, true);

    expect(total(ages.answered)).toBeLessThanOrEqual(6000);
    expect(ages.answered.length).toBe(RINGING_SECONDS);
  });

  it('counts what is older than it can tell apart with the oldest', () => {
    const ages = experienced(10, 500, false);

    expect(ages.other.at(-1)).toBeGreaterThan(9);
  });
});
