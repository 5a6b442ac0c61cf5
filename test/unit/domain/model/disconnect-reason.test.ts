import { describe, expect, it } from 'vitest';
import { disconnectWords } from '../../../../lib/domain/model/disconnect-reason.ts';

describe('why a call was cut off', () => {
  it.each([
    ['CUSTOMER_DISCONNECT', 'the customer hung up'],
    ['TELECOM_NUMBER_INVALID', 'no such number'],
    ['TELECOM_ORIGINATOR_CANCEL', 'rang long enough'],
  ])('%s is told in words', (code, words) => {
    expect(disconnectWords(code)).toBe(words);
  });

  it('a code that Connect adds one day is at least readable', () => {
    expect(disconnectWords('CARRIER_ON_STRIKE')).toBe('carrier on strike');
  });

  it('a sentence of ours stays as it is', () => {
    expect(disconnectWords('no event came for 2 h')).toBe('no event came for 2 h');
  });
});
