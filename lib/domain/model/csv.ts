// CSV that a spreadsheet opens as a table and takes for nothing else.

/** The byte order mark makes Excel read UTF-8. */
export const CSV_MARK = '\ufeff';

/** Spreadsheets part cells by a semicolon where the comma is the decimal sign. */
export function csvDelimiter(country: string): string {
  const { language } = new Intl.Locale(`und-${country}`).maximize();
  const parts = new Intl.NumberFormat(`${language}-${country}`).formatToParts(1.5);
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ';' : ',';
}

/** Cells that spreadsheets would take for formulas are defused with an apostrophe. */
export function csvLine(cells: readonly string[], delimiter: string): string {
  const safe = cells.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell));
  const quoted = safe.map((cell) =>
    cell.includes(delimiter) || /["\r\n]/.test(cell) || /^\s|\s$/.test(cell)
      ? `"${cell.replaceAll('"', '""')}"`
      : cell,
  );
  return `${quoted.join(delimiter)}\r\n`;
}
