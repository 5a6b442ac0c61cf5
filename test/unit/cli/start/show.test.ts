import { describe, expect, it } from 'vitest';
import { showRejected } from '../../../../lib/cli/start/show.ts';

describe('the rejected rows of a file', () => {
  it('are shown with their reasons, and where the rest is', () => {
    const csv = 'row;reason;Phone\r\n3;no number;\r\n4;"a; ""b""";x\r\n';

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

  it('are none only when there are none: a file refused as a whole has no headings', () => {
    expect(showRejected("1;no column 'Telefon';prose\r\n", 8, 'r.csv')).toContain(
      "row     1  no column 'Telefon'",
    );
    expect(showRejected('row;reason;Phone\r\n', 8, 'r.csv')).toBe(
      'No row of the file was rejected.',
    );
  });
});
