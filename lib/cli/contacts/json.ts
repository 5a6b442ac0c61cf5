// What `ringback contacts --json` prints.
import { columnsOf } from '../../contacts/columns.ts';
import type { Preview } from '../../contacts/preview.ts';

export function previewJson(campaign: string, { file, counts, rows }: Preview) {
  const columns = columnsOf(file);
  const named = (to: string) =>
    columns.filter((column) => column.to === to).map(({ heading }) => heading);
  return {
    campaign,
    encoding: file.encoding.encoding,
    encodingKnownBy: file.encoding.by,
    encodingSample: file.encoding.words,
    delimiter: file.delimiter,
    mapping: {
      by: file.mappedBy,
      phones: named('phone'),
      emails: named('email'),
      weight: named('weight')[0],
      agent: named('agent')[0],
      consent: named('consent')[0],
      fields: Object.fromEntries(
        columns.flatMap(({ heading, field }) => (field === undefined ? [] : [[field, heading]])),
      ),
      notImported: named('nothing'),
    },
    samples: Object.fromEntries(columns.map(({ heading, values }) => [heading, values])),
    remarks: file.remarks,
    counts: { rows: rows.length, ...counts },
    rows: rows.map(({ row, outcome, phones, emails, fields, agent, reasons, remarks, left }) => ({
      row,
      outcome,
      phones,
      emails,
      fields,
      agent,
      reasons,
      remarks,
      notTaken: left,
    })),
  };
}
