import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mask, maskEmail, normalisePhone } from '../../../../lib/domain/records/phone.ts';

describe('a telephone number (CAM-26)', () => {
  it.each([
    ['601 234 567', 'PL', '+48601234567'],
    ['(22) 123-45-67', 'PL', '+48221234567'],
    ['0048 22 123 45 67', 'PL', '+48221234567'],
    ['+420 601 234 567', 'PL', '+420601234567'],
    ["'601234567", 'PL', '+48601234567'],
    ['601 234 567', 'CZ', '+420601234567'],
    ['0601 234 567', 'PL', '+48601234567'],
    ['+48 0 601 234 567', 'PL', '+48601234567'],
    ['+048601234567', 'PL', '+48601234567'],
    ['++48 601 234 567', 'PL', '+48601234567'],
    ['601234567.0', 'PL', '+48601234567'],
    ['601234567,00', 'PL', '+48601234567'],
    ['420601234567', 'PL', '+420601234567'],
    ['491701234567', 'DE', '+491701234567'],
    ['30123456', 'DE', '+4930123456'],
    ['+49 (0)30 123456', 'DE', '+4930123456'],
    ['06 30 123 4567', 'HU', '+36301234567'],
    ['8 050 123 45 67', 'UA', '+380501234567'],
    ['+881612345678', 'PL', '+881612345678'],
  ])('written %s in %s is %s', (text, country, phone) => {
    expect(normalisePhone(text, country)).toEqual({ kind: 'ok', phone });
  });

  it.each([
    ['', 'is empty'],
    ['ask at the desk', 'is not a telephone number'],
    ['12', 'is too short'],
    ['601 234 567 890 12', 'is too long'],
    ['4,86E+10', 'was rounded by a spreadsheet; export the column as text'],
    ['22 123 45 67 ext. 12', 'has an extension, which cannot be dialed'],
    ['010 234 567', 'is in no range that is in use'],
    ['601234567.5', 'is a decimal number'],
    ['+48 48 601 234 567', 'is too long'],
    ['6012345670', 'is in no range that is in use'],
    ['601+234567', 'is not a telephone number'],
    ['1'.repeat(200), 'is too long'],
  ])('written "%s" is refused: %s', (text, reason) => {
    expect(normalisePhone(text, 'PL')).toEqual({ kind: 'bad', reason });
  });

  it('is refused where it could be one of two', () => {
    expect(normalisePhone('420601234567', 'DE')).toEqual({
      kind: 'bad',
      reason: 'could be +49420601234567 or +420601234567; write it with + or with 0',
    });
  });

  it('is taken, with a remark, in a range beside those of mobile numbers that are known', () => {
    expect(normalisePhone('609 468 528', 'CZ')).toEqual({
      kind: 'ok',
      phone: '+420609468528',
      remark: 'is in a range that is not known to be in use',
    });
  });

  it('is refused where no numbering plan is known', () => {
    const refused = { kind: 'bad', reason: 'no numbering plan is known for country ZZ' };

    expect(normalisePhone('601234567', 'ZZ')).toEqual(refused);
  });

  it('stays as it is once it is in international form', () => {
    const national = fc.integer({ min: 500_000_000, max: 799_999_999 });
    fc.assert(
      fc.property(national, (digits) => {
        const first = normalisePhone(String(digits), 'PL');
        if (first.kind === 'bad') return;

        expect(normalisePhone(first.phone, 'CZ')).toEqual(first);
      }),
    );
  });

  it('shows no more than its end', () => {
    expect([mask('+48601234567'), maskEmail('ann@example.org'), maskEmail('odd')]).toEqual([
      '…567',
      'a…@example.org',
      '…',
    ]);
  });
});
