import { describe, expect, it } from 'vitest';
import { showRejected } from '../../../../lib/cli/start/show.ts';
import { type ReportRow, reportHead, reportLine } from '../../../../lib/contacts/report.ts';

const reported = (...rows: readonly ReportRow[]) =>
  [reportHead(['Phone'], ';'), ...rows.map((row) => reportLine(row, ['x'], ';'))].join('');
const rejected = (row: number, reason: string): ReportRow => ({
  row,
  outcome: 'rejected',
  reasons: [reason],
  remarks: [],
});

describe('the rejected rows of a file', () => {
  it('are shown with their reasons, and where the rest is', () => {
    const csv = reported(rejected(3, 'no number'), rejected(4, 'a; "b"'));

    expect(showRejected(csv, 1, 'rejected.csv').split('\n')).toEqual([
      'Rejected rows (2):',
      '  row     3  no number',
      '  … 1 more in rejected.csv',
    ]);
    expect(showRejected(csv, 8).split('\n')).toEqual([
      'Rejected rows (2):',
      '  row     3  no number',
      '  row     4  a; "b"',
    ]);
  });

  it('are followed by how many others the report holds', () => {
    const csv = reported(
      { row: 2, outcome: 'imported', reasons: [], remarks: ['odd'] },
      { row: 3, outcome: 'duplicate', reasons: ['repeats row 2'], remarks: [] },
    );

    expect(showRejected(csv, 8, 'r.csv').split('\n')).toEqual([
      'No row of the file was rejected.',
      '  and 1 duplicate, 1 imported with a remark in r.csv',
    ]);
  });

  it('are none when the report holds none', () => {
    expect(showRejected(reported(), 8, 'r.csv')).toBe('No row of the file was rejected.');
  });
});
