// What a person or a broken export puts into a cell is read in time that grows with its length, not
// with its square. Told by the ratio of two lengths, as machines differ.
import { describe, expect, it } from 'vitest';
import { cleanCell } from '../../../lib/contacts/cell.ts';
import { readEmails } from '../../../lib/contacts/email-cell.ts';
import { kindOfHeading, plainHeading } from '../../../lib/contacts/headings.ts';
import { readPhones } from '../../../lib/contacts/phone-cell.ts';
import { checkField } from '../../../lib/domain/records/fields.ts';
import { normalisePhone } from '../../../lib/domain/records/phone.ts';
import { Field } from '../../../lib/language/schema/campaign.ts';
import { readText } from './a-file.ts';

const field = (type: string) =>
  Field.parse({ type, options: type === 'choice' ? ['a'] : undefined });

const READERS: readonly (readonly [name: string, read: (text: string) => unknown])[] = [
  ['a cell', cleanCell],
  ['telephone numbers', (text) => readPhones(text, 'PL')],
  ['a telephone number', (text) => normalisePhone(text, 'PL')],
  ['e-mail addresses', readEmails],
  ['a heading', (text) => kindOfHeading(plainHeading(text))],
  ['a row', (text) => readText(`a;b\n${text}`)],
  ...(['none', 'pesel', 'iban', 'date', 'number'] as const).map(
    (type) => [`a field of type ${type}`, (text: string) => checkField(text, field(type))] as const,
  ),
];

const PATTERNS: readonly (readonly [name: string, text: (length: number) => string])[] = [
  ['blanks inside', (length) => `a${' '.repeat(length)}b`],
  ['blanks before a bracket', (length) => `6${' '.repeat(length)}(`],
  ['digits', (length) => '1'.repeat(length)],
  ['quotation marks', (length) => `"${'x"'.repeat(length / 2)}`],
  ['quoted line ends', (length) => `${'"a\n'.repeat(length / 3)}`],
  ['separators', (length) => '1,'.repeat(length / 2)],
  ['pluses', (length) => '+'.repeat(length)],
  ['at signs and dots', (length) => `${'a.'.repeat(length / 2)}@`],
  ['letters and digits', (length) => 'a1 '.repeat(length / 3)],
  ['brackets', (length) => '('.repeat(length)],
];

const SHORT = 20_000;
const GROWTH = 4;
/** Milliseconds below which a ratio is noise. */
const NOISE = 40;

function time(work: () => unknown): number {
  const least = [1, 2, 3].map(() => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
  return Math.min(...least);
}

describe('a long input', () => {
  it.each(READERS)('is read in linear time as %s', (_, read) => {
    for (const [name, text] of PATTERNS) {
      const short = text(SHORT);
      const long = text(SHORT * GROWTH);
      const [once, more] = [time(() => read(short)), time(() => read(long))];

      expect(more, name).toBeLessThan(Math.max(once * GROWTH * 2.5, NOISE));
    }
  });
});
