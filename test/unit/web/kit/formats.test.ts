import { describe, expect, it } from 'vitest';
import { dayTyped, formatsOf } from '../../../../web/kit/formats.ts';

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

describe('a day that is typed', () => {
  it.each(['en', 'pl', 'cs'] as const)('is read as it is written in %s', (code) => {
    const { shortDay } = formatsOf(code);

    expect(dayTyped(shortDay('2026-03-02'))).toBe('2026-03-02');
  });

  it('may be shorter, or as computers write it', () => {
    const typed = ['2.3.2026', '2. 3. 2026', '02/03/2026', ' 2026-03-02 '].map(dayTyped);

    expect(new Set(typed)).toEqual(new Set(['2026-03-02']));
  });

  it('is none before it is whole, nor when the calendar has no such day', () => {
    expect(['', '2.3.', '2.3.26', '31.2.2026', '3.20.2026', 'soon'].map(dayTyped)).toEqual(
      Array.from({ length: 6 }, () => undefined),
    );
  });
});
