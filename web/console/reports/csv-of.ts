// Rows as CSV, for what the API has no file of. Spreadsheets of the language expect the delimiter.
import type { LanguageCode } from '../../kit/texts/texts.ts';

const DELIMITERS: Readonly<Record<LanguageCode, string>> = { en: ',', pl: ';', cs: ';' };
/** Says that it is UTF-8. */
const MARK = '\ufeff';

export function csvOf(rows: readonly (readonly string[])[], language: LanguageCode): string {
  const delimiter = DELIMITERS[language];
  const lines = rows.map(
    (cells) => `${cells.map((one) => cell(one, delimiter)).join(delimiter)}\r\n`,
  );
  return [MARK, ...lines].join('');
}

function cell(text: string, delimiter: string): string {
  // what begins like this is a formula to a spreadsheet
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return plain.includes(delimiter) || /["\r\n]/.test(plain)
    ? `"${plain.replaceAll('"', '""')}"`
    : plain;
}
