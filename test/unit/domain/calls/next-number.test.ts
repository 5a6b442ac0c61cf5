import { describe, expect, it } from 'vitest';
import { inDialingOrder, nextNumber } from '../../../../lib/domain/calls/next-number.ts';

const FIRST = '+48600000001';
const SECOND = '+48600000002';
const THIRD = '+48600000003';
const phones = [FIRST, SECOND, THIRD].map((value) => ({ value, isDefault: value === SECOND }));
const setting = { after: ['busy', 'error'], specialNumbers: [] } as const;

describe('the next number of a person (REC-5)', () => {
  it('follows the default in the order in which they were added', () => {
    expect(inDialingOrder(phones)).toEqual([SECOND, FIRST, THIRD]);
  });

  it.each([
    [SECOND, 'busy', FIRST],
    [FIRST, 'error', THIRD],
    [THIRD, 'busy', undefined],
    [SECOND, 'answered', undefined],
    [SECOND, 'not-answered', undefined],
    ['+48600000009', 'busy', undefined],
    ['', 'busy', undefined],
  ] as const)('after %s was %s is %s', (endpoint, status, next) => {
    expect(nextNumber({ phones }, { endpoint, status }, setting)).toBe(next);
  });

  it('is none where the campaign says nothing of it', () => {
    expect(nextNumber({ phones }, { endpoint: SECOND, status: 'busy' }, undefined)).toBeUndefined();
  });

  it('is never one that costs a multiple, unless the campaign calls such numbers', () => {
    const costly = [
      { value: FIRST, isDefault: true },
      { value: '+48700100200', isDefault: false },
      { value: THIRD, isDefault: false },
    ];
    const attempt = { endpoint: FIRST, status: 'busy' } as const;

    expect(nextNumber({ phones: costly }, attempt, setting)).toBe(THIRD);
    expect(
      nextNumber({ phones: costly }, attempt, { ...setting, specialNumbers: ['premium'] }),
    ).toBe('+48700100200');
  });
});
