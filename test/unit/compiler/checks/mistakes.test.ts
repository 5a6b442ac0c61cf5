import { describe, expect, it } from 'vitest';
import { diagnose, placeOf } from '../../../support/a-centre.ts';
import { MISTAKES } from '../../../support/mistakes.ts';

const CODES = Object.keys(MISTAKES) as (keyof typeof MISTAKES)[];

it('finds nothing in a centre that is in order', () => {
  expect(diagnose()).toEqual([]);
});

describe.each(CODES)('%s', (code) => {
  const { wrong, told, right } = MISTAKES[code];

  it('is told with its place, and nothing else', () => {
    const found = diagnose(wrong);

    expect(found.map((one) => `${placeOf(one)} ${one.message}`)).toEqual(told);
    expect(found.map((one) => one.code)).toContain(code);
  });

  it('is not told of what is right', () => {
    expect(diagnose(right)).toEqual([]);
  });
});
