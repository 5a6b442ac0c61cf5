import { expect, it } from 'vitest';
import { csvOf } from '../../../../web/console/reports/csv-of.ts';

it('rows become lines that no spreadsheet takes for formulas', () => {
  const rows = [
    ['record', 'How, exactly?'],
    ['r-1', '=1+1'],
    ['r-2', 'a "b"; c'],
  ];

  expect(csvOf(rows, 'en')).toBe(
    '\ufeffrecord,"How, exactly?"\r\nr-1,\'=1+1\r\nr-2,"a ""b""; c"\r\n',
  );
  expect(csvOf(rows, 'cs')).toBe(
    '\ufeffrecord;How, exactly?\r\nr-1;\'=1+1\r\nr-2;"a ""b""; c"\r\n',
  );
});
