import { describe, expect, it } from 'vitest';
import { readReport, reportHead, reportLine } from '../../../lib/contacts/report.ts';
import { previewOf } from './a-file.ts';

describe('the report of an import (REC-10)', () => {
  it('begins with a byte order mark, so that Excel reads UTF-8', () => {
    expect(reportHead(['Imię'], ';')).toBe('\ufeffrow;outcome;reason;remark;Imię\r\n');
  });

  it.each([[';'], [',']])('is read back as it was written, parted by %s', (delimiter) => {
    const rows = [
      { row: 2, outcome: 'rejected', reasons: ['a; b', 'c "d"'], remarks: ['e'] },
      { row: 3, outcome: 'imported', reasons: [], remarks: ['two\r\nlines'] },
    ] as const;
    const csv = [
      reportHead(['name'], delimiter),
      ...rows.map((row) => reportLine(row, ['Ann;,"x"'], delimiter)),
    ].join('');

    expect(readReport(csv)).toEqual([
      { ...rows[0], reasons: ['a; b; c "d"'] },
      { ...rows[1], reasons: [] },
    ]);
  });

  it('defuses formulas, and can be corrected and imported again', async () => {
    const cells = ['=1+1', '+48 511 222 333'];
    const row = { row: 2, outcome: 'rejected', reasons: ['no'], remarks: [] } as const;
    const csv = `${reportHead(['name', 'phone'], ';')}${reportLine(row, cells, ';')}`;

    const { rows } = await previewOf(csv);

    expect(csv).toContain(";'=1+1;'+48 511 222 333\r\n");
    expect(rows).toMatchObject([
      { outcome: 'imported', phones: ['+48511222333'], fields: { name: '=1+1' } },
    ]);
  });
});
