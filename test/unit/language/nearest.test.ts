import { describe, expect, it } from 'vitest';
import { didYouMean, listed, nearest } from '../../../lib/language/nearest.ts';

describe('the nearest name', () => {
  const KEYS = ['wrapUp', 'ringFor', 'rule', 'recallHours'];

  it.each([
    ['wrapup', 'wrapUp'],
    ['wrap-up', 'wrapUp'],
    ['rignFor', 'ringFor'],
    ['recalHours', 'recallHours'],
    ['rul', 'rule'],
    ['something', undefined],
  ])('to %s is %s', (word, wanted) => {
    expect(nearest(word, KEYS)).toBe(wanted);
  });

  it('is the first of equals', () => {
    expect(nearest('bat', ['cat', 'hat'])).toBe('cat');
  });
});

describe('a suggestion', () => {
  it('lists what is possible when nothing is near', () => {
    expect(didYouMean('xyz', ['a-long-one', 'another'])).toBe("Use 'a-long-one' or 'another'.");
  });

  it('is missing when nothing is possible', () => {
    expect(didYouMean('xyz', [])).toBeUndefined();
  });

  it('cuts long lists', () => {
    const names = Array.from({ length: 40 }, (_, i) => `n${i}`);

    expect(listed(names)).toMatch(/^'n0', .*'n29' or …$/);
  });
});
