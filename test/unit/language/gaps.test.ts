import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANY, gapsOf, NO_GAPS } from '../../../lib/language/gaps.ts';

const GAPS = gapsOf([
  ['campaigns', 'spring', 'channels', 'outbound', 'mode'],
  ['ivrs', 'help'],
  ['rules', 'Wrong Name'],
]);

describe('what could not be read', () => {
  it('makes a place around it incomplete, and everything in it', () => {
    expect(GAPS.isWhole(['campaigns', 'spring'])).toBe(false);
    expect(GAPS.isWhole(['campaigns', 'spring', 'channels', 'outbound', 'mode'])).toBe(false);
    expect(GAPS.isWhole(['ivrs', 'help', 'blocks', 'menu'])).toBe(false);
  });

  it('leaves other places complete', () => {
    expect(GAPS.isWhole(['campaigns', 'autumn'])).toBe(true);
    expect(GAPS.isWhole(['campaigns', 'spring', 'channels', 'outbound', 'queue'])).toBe(true);
    expect(GAPS.isWhole(['queues'])).toBe(true);
  });

  it('is found under any key that is asked about', () => {
    expect(GAPS.isWhole(['campaigns', ANY, 'channels', 'outbound', 'mode'])).toBe(false);
    expect(GAPS.isWhole(['campaigns', ANY, 'channels', 'outbound', 'rule'])).toBe(true);
    expect(GAPS.isWhole(['ivrs', ANY, 'blocks', ANY, 'queue'])).toBe(false);
  });

  it('may be the entry that a name was meant for', () => {
    expect(GAPS.mayHold(['ivrs'], 'help')).toBe(true);
    expect(GAPS.mayHold(['ivrs', 'help', 'blocks'], 'menu')).toBe(true);
    expect(GAPS.mayHold(['ivrs'], 'other')).toBe(false);
  });

  it('may be any entry when its own name is not an id', () => {
    expect(GAPS.mayHold(['rules'], 'again')).toBe(true);
    expect(GAPS.mayHold(['queues'], 'sales')).toBe(false);
  });

  it('is nothing in a folder that was read completely', () => {
    const anyPlace = fc.array(fc.oneof(fc.string(), fc.constant(ANY)));

    fc.assert(
      fc.property(anyPlace, fc.string(), (place, name) => {
        expect(NO_GAPS.isWhole(place)).toBe(place.length > 0);
        expect(NO_GAPS.mayHold(place, name)).toBe(false);
      }),
    );
  });
});
