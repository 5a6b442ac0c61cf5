import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beyondGsm, textSize } from '../../../../lib/domain/messaging/text-size.ts';
import { transliterated } from '../../../../lib/domain/messaging/transliterate.ts';

describe('a text in plain letters (SMS-5)', () => {
  it.each([
    ['Zażółć gęślą jaźń', 'Zazolc gesla jazn'],
    ['Příliš žluťoučký kůň', 'Prilis zlutoucky kun'],
    ['„Cytat” – i tak dalej…', '"Cytat" - i tak dalej...'],
  ])('%s becomes %s', (text, plain) => {
    expect(transliterated(text)).toBe(plain);
    expect(textSize(plain).encoding).toBe('GSM');
  });

  it('leaves letters that text messages have, and those that have no plain one', () => {
    expect(transliterated('Grüße, é, ñ, €')).toBe('Grüße, é, ñ, €');
    expect(transliterated('Добрый день')).toBe('Добрый день');
  });

  it('takes every Polish and Czech letter into the alphabet of text messages', () => {
    const letters = [...'ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ'];

    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters)), (some) => {
        expect(beyondGsm(transliterated(some.join('')))).toEqual([]);
      }),
    );
  });
});
