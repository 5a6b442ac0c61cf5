import { describe, expect, it } from 'vitest';
import { csvDelimiter, csvLine } from '../../../../lib/domain/model/csv.ts';

describe('CSV', () => {
  it.each([
    ['PL', ';'],
    ['CZ', ';'],
    ['DE', ';'],
    ['GB', ','],
    ['US', ','],
  ])('parts its cells in %s as spreadsheets there do: %s', (country, delimiter) => {
    expect(csvDelimiter(country)).toBe(delimiter);
  });

  it.each(['=1+1', '+48600100200', '-5', '@SUM(A1)', '\tx', '\rx'])(
    'has no cell that starts a formula: %j',
    (cell) => {
      expect(csvLine([cell], ';').replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  it('quotes what would part cells or lines', () => {
    expect(csvLine(['a;b', 'say "x"', 'c\r\nd', ' e', 'f'], ';')).toBe(
      '"a;b";"say ""x""";"c\r\nd";" e";f\r\n',
    );
  });
});
