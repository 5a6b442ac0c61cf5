import { describe, expect, it } from 'vitest';
import { reportedRows, showRejected } from '../../../../lib/cli/start/show.ts';
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

    expect(showRejected(csv, 1).split('\n')).toEqual([
      'Rejected rows (2):',
      '  row     3  no number',
      '  … and 1 more',
    ]);
    expect(reportedRows(csv, 'rejected.csv')).toBe('2 rows rejected: rejected.csv');
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

    expect(showRejected(csv, 8)).toBe(
      'No row of the file was rejected, 1 duplicate, 1 imported with a remark',
    );
    expect(reportedRows(csv, 'r.csv')).toBe('No row rejected, 2 rows with a remark: r.csv');
  });

  it('are none when the report holds none', () => {
    expect(showRejected(reported(), 8)).toBe('No row of the file was rejected');
    expect(reportedRows(reported(), 'r.csv')).toBe('Every row of the file was imported.');
  });
});
