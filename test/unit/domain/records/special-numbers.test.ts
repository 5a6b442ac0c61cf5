import { describe, expect, it } from 'vitest';
import { notCalled, specialKindOf } from '../../../../lib/domain/records/special-numbers.ts';

describe('a number that is not a telephone of a person', () => {
  it.each([
    ['+48700100200', 'premium'],
    ['+420906123456', 'premium'],
    ['+421900123456', 'premium'],
    ['+499001123456', 'premium'],
    ['+19002345678', 'premium'],
    ['+979123456789', 'premium'],
    ['+48801123456', 'shared-cost'],
    ['+808123456789', 'shared-cost'],
    ['+447012345678', 'personal'],
    ['+878101234567890', 'personal'],
    ['+881612345678', 'satellite'],
    ['+870773123456', 'satellite'],
  ])('is recognised: %s is %s', (phone, kind) => {
    expect(specialKindOf(phone)).toBe(kind);
  });

  it.each([
    ['+48600100200'],
    ['+48800123456'],
    ['+420603123456'],
    ['+4930123456'],
    ['+12125550100'],
    ['+'],
  ])('is not %s', (phone) => {
    expect(specialKindOf(phone)).toBeUndefined();
  });

  it('is named when it is not called', () => {
    expect(notCalled('satellite')).toBe(
      'it is a satellite number, which the campaign does not call',
    );
  });
});
