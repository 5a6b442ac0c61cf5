import { describe, expect, it } from 'vitest';
import { campaignOf, previewOf } from './a-file.ts';

describe('the preview of an import (REC-10)', () => {
  it('says of every row what an import would do, and counts the outcomes', async () => {
    const { rows, counts } = await previewOf(
      'name;phone;e-mail\nAnn;511222333, 511222334;a@x.example\nBen;511222333;\nCid;;c@x.example\n',
    );

    expect(counts).toEqual({ imported: 1, duplicate: 1, rejected: 1 });
    expect(rows).toEqual([
      {
        row: 2,
        outcome: 'imported',
        phones: ['+48511222333', '+48511222334'],
        emails: ['a@x.example'],
        fields: { name: 'Ann' },
        reasons: [],
        remarks: [],
        left: [],
      },
      {
        row: 3,
        outcome: 'duplicate',
        phones: ['+48511222333'],
        emails: [],
        fields: { name: 'Ben' },
        reasons: ['repeats row 2: the same telephone number'],
        remarks: [],
        left: [],
      },
      {
        row: 4,
        outcome: 'rejected',
        phones: [],
        emails: [],
        fields: {},
        reasons: ['no telephone number'],
        remarks: [],
        left: [],
      },
    ]);
  });

  it('knows people without a number by their address', async () => {
    const { rows } = await previewOf('name;mail\nAnn;a@x.example\nBen;A@X.example\n', {
      campaign: campaignOf({ channels: {} }),
    });

    expect(rows.map(({ outcome, reasons }) => [outcome, ...reasons])).toEqual([
      ['imported'],
      ['duplicate', 'repeats row 2: the same e-mail address'],
    ]);
  });

  it('takes a second number for no other person', async () => {
    const { counts } = await previewOf('phone;phone 2\n511222333;511222334\n511222334;\n');

    expect(counts).toEqual({ imported: 2, duplicate: 0, rejected: 0 });
  });

  it('counts rows of a file with a million line ends and nothing else as none', async () => {
    const { rows } = await previewOf('\n'.repeat(1_000_000), { size: 65_536 });

    expect(rows).toEqual([]);
  });
});
