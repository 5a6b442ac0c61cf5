import { describe, expect, it } from 'vitest';
import { formatsOf } from '../../../../web/kit/formats.ts';

/** Spaces that do not break are still spaces. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const AT = '2026-03-02T07:05:09.512Z';

describe('moments and numbers', () => {
  it('are written in the zone of the centre, as readers of the language do', () => {
    const written = (['en', 'pl', 'cs'] as const).map((code) => {
      const format = formatsOf(code, 'Europe/Warsaw');
      return [format.moment(AT), format.number(12_345.5), format.percent(0.031)].map(plain);
    });

    expect(written).toEqual([
      ['2 Mar 2026, 08:05', '12,345.5', '3.1%'],
      ['2 mar 2026, 08:05', '12 345,5', '3,1%'],
      ['2. 3. 2026 8:05', '12 345,5', '3,1 %'],
    ]);
  });

  it('are found within a sentence', () => {
    const { sentence } = formatsOf('en', 'Europe/Warsaw');

    expect(sentence(`not before ${AT}, as asked`)).toBe(
      'not before 2 Mar 2026, 08:05:09, as asked',
    );
  });

  it('have spans in their two largest units', () => {
    const { span } = formatsOf('en');

    expect([500, 61_000, 3_600_000, 90_061_000].map((ms) => plain(span(ms)))).toEqual([
      '0 secs',
      '1 min 1 sec',
      '1 hr',
      '1 day 1 hr',
    ]);
  });
});
