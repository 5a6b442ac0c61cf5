import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkField } from '../../../../lib/domain/records/fields.ts';
import { Field } from '../../../../lib/language/schema/campaign.ts';

type Type = Field['type'];
const field = (type: Type, more: Partial<Field> = {}): Field => ({
  ...Field.parse({ type }),
  ...more,
});
const check = (type: Type, text: string) => checkField(text, field(type));
const isValid = (type: Type, text: string) => check(type, text).kind === 'ok';

describe('a value of a field (REC-2)', () => {
  it.each([
    ['pesel', '44051401359', '44051401359'],
    ['nip', '526-10-40-567', '5261040567'],
    ['nip', 'PL 526 104 05 67', '5261040567'],
    ['regon', '123456785', '123456785'],
    ['regon', '12345678512347', '12345678512347'],
    ['ico', '27082440', '27082440'],
    ['rodne-cislo', '780123/3540', '7801233540'],
    ['rodne-cislo', '535123/123', '535123123'],
    ['rodne-cislo', '880123/3530', '8801233530'],
    ['rodne-cislo', '042101/0007', '0421010007'],
    ['pesel', '02270803624', '02270803624'],
    ['ico', 'CZ27082440', '27082440'],
    ['nip', '526\u2013104\u201305\u201367', '5261040567'],
    ['pesel', '\u200b44051401359', '44051401359'],
    ['iban', 'PL61 1090 1014 0000 0712 1981 2874', 'PL61109010140000071219812874'],
    ['iban', 'CZ6508000000192000145399', 'CZ6508000000192000145399'],
    ['date', '2026-02-28', '2026-02-28'],
    ['date', '1. 2. 2026', '2026-02-01'],
    ['date', '31/12/2026', '2026-12-31'],
    ['number', '1 234,50', '1234.50'],
    ['number', '-7', '-7'],
    ['none', '  any text ', 'any text'],
    ['pesel', '   ', ''],
  ] as const)('of type %s is taken: %s', (type, text, value) => {
    expect(check(type, text)).toEqual({ kind: 'ok', value });
  });

  it.each([
    ['pesel', '44051401358', 'is not a valid PESEL: its checksum is wrong'],
    ['pesel', '4405140135', 'is not a valid PESEL: it has 10 digits, not 11'],
    ['pesel', '4405140135x', 'is not a valid PESEL: it has characters other than digits'],
    ['nip', '5261040568', 'is not a valid NIP: its checksum is wrong'],
    ['regon', '123456786', 'is not a valid REGON: its checksum is wrong'],
    ['regon', '12345678512348', 'is not a valid REGON: its checksum is wrong'],
    ['regon', '1234567851234', 'is not a valid REGON: it has 13 digits, not 9 or 14'],
    ['ico', '27082441', 'is not a valid IČO: its checksum is wrong'],
    ['rodne-cislo', '780123/3541', 'is not a valid rodné číslo: its checksum is wrong'],
    [
      'rodne-cislo',
      '545123/123',
      'is not a valid rodné číslo: nine digits were given only until 1953',
    ],
    ['rodne-cislo', '781323/3540', 'is not a valid rodné číslo: its date of birth does not exist'],
    ['pesel', '44043101355', 'is not a valid PESEL: its date of birth does not exist'],
    ['pesel', '44131401350', 'is not a valid PESEL: its date of birth does not exist'],
    ['nip', '0000000000', 'is not a valid NIP: it is never issued'],
    ['nip', '1000000160', 'is not a valid NIP: its checksum is wrong'],
    ['regon', '000000000', 'is not a valid REGON: it is never issued'],
    ['rodne-cislo', '780230/3542', 'is not a valid rodné číslo: its date of birth does not exist'],
    ['rodne-cislo', '032101/0008', 'is not a valid rodné číslo: its date of birth does not exist'],
    ['rodne-cislo', '530229/123', 'is not a valid rodné číslo: its date of birth does not exist'],
    ['iban', 'PL61109010140000071219812875', 'is not a valid IBAN: its checksum is wrong'],
    [
      'iban',
      'PL6110901014000007121981287',
      'is not a valid IBAN: it has 27 characters, in PL it has 28',
    ],
    ['iban', 'US61109010140000071219812874', 'is not a valid IBAN: US has none'],
    ['date', '2026-02-30', 'is a day that does not exist'],
    ['date', 'tomorrow', 'is not a date such as 2026-12-31 or 31.12.2026'],
    ['number', '1,2,3', 'is not a number'],
  ] as const)('of type %s is refused: %s', (type, text, reason) => {
    expect(check(type, text)).toEqual({ kind: 'bad', reason });
  });

  it('of a choice is one of its options', () => {
    const plan = field('choice', { options: ['basic', 'full'] });

    const results = ['full', 'Full'].map((text) => checkField(text, plan));

    expect(results).toEqual([
      { kind: 'ok', value: 'full' },
      { kind: 'bad', reason: 'is not one of basic, full' },
    ]);
  });

  it.each([
    ['pesel', '44051401359'],
    ['nip', '5261040567'],
    ['regon', '123456785'],
    ['ico', '27082440'],
    ['rodne-cislo', '7801233561'],
    ['iban', 'PL61109010140000071219812874'],
  ] as const)('of type %s is refused with any one digit wrong', (type, good) => {
    const first = type === 'iban' ? 2 : 0;
    const place = fc.integer({ min: first, max: good.length - 1 });
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 9 }), (i, by) => {
        const wrong = (Number(good[i]) + by) % 10;

        expect(isValid(type, good.slice(0, i) + wrong + good.slice(i + 1))).toBe(false);
      }),
    );
  });
});
