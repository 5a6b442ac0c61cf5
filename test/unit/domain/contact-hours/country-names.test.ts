import { describe, expect, it } from 'vitest';
import { countryNamed } from '../../../../lib/domain/contact-hours/country-names.ts';
import { COUNTRIES } from '../../../../lib/domain/contact-hours/numbering.ts';

describe('a country in a column of addresses (NEW-7)', () => {
  it.each([
    ['Česko', 'CZ'],
    ['česká republika', 'CZ'],
    ['Österreich', 'AT'],
    ['Rakousko', 'AT'],
    ['Niemcy', 'DE'],
    ['Deutschland', 'DE'],
    ['BUNDESREPUBLIK DEUTSCHLAND', 'DE'],
    ['Polska', 'PL'],
    ['Węgry', 'HU'],
    ['Slovensko', 'SK'],
    ['Great  Britain', 'GB'],
    ['UK', 'GB'],
    ['Großbritannien', 'GB'],
    ['Holandia', 'NL'],
    ['USA', 'US'],
    ['Україна', 'UA'],
  ])('is understood by its name: %s is %s', (text, code) => {
    expect(countryNamed(text)).toBe(code);
  });

  it.each(COUNTRIES)('is understood by its code, however it is written: %s', (code) => {
    expect(countryNamed(` ${code.toLowerCase()} `)).toBe(code);
  });

  it.each(['', '-', 'Warszawa', 'XX', 'nieznany', '49'])('is nothing else: %j', (text) => {
    expect(countryNamed(text)).toBeUndefined();
  });
});
