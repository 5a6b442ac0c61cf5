// Imports of contact files.
import {
  type FinishedImport,
  finishedImports,
  importProgress,
  previewImport,
  rejectedRows,
  saveMapping,
  startImport,
} from '../../application/imports/import-over-api.ts';
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import { instant, toIso } from '../../domain/model/instant.ts';
import type { RouteHandlers } from '../handler.ts';
import { pageOf, unknownCursor } from '../paging.ts';
import { problem } from '../problems.ts';
import type { IMPORT_READS, IMPORT_WRITES } from '../routes/imports.ts';

/** Bytes; what a function may answer. */
const LARGEST_ANSWER = 5_000_000;

export const importReads: RouteHandlers<typeof IMPORT_READS, PortsOf<'api-read'>> = {
  async listImports({ params, query }, ports) {
    const all = await finishedImports(params.campaign, ports);
    const page = pageOf(all, ({ name, at }) => `${at}/${name}`, query);
    if (page === undefined) return unknownCursor();
    return { body: { items: page.items.map(importView), next: page.next } };
  },

  async readImport({ params: { campaign, file } }, ports) {
    const job = await importProgress(campaign, file, ports);
    if (job === undefined)
      return problem('not-found', 'no file of that name was imported during the last week');
    const { state, startedAt, changedAt } = job;
    const { rows, imported, present, duplicates, rejected } = job;
    return {
      body: {
        file,
        state,
        startedAt: toIso(startedAt),
        changedAt: toIso(changedAt),
        ...{ rows, imported, present, duplicates, rejected },
      },
    };
  },

  async readRejectedRows({ params: { campaign, file } }, ports) {
    const csv = await rejectedRows(campaign, file, LARGEST_ANSWER, ports);
    if (csv === undefined)
      return problem('too-large', 'the report has more than 5 MB; download it from the bucket');
    return { body: csv };
  },
};

export const importWrites: RouteHandlers<typeof IMPORT_WRITES, PortsOf<'api-write'>> = {
  async startImport({ params: { campaign }, body }, ports) {
    await startImport(campaign, body, ports);
    const { file } = body;
    return { body: { campaign, file }, changed: { to: { file } } };
  },

  async previewImport({ params, body }, ports) {
    const { campaign } = params;
    const { columns, headings, notImported, remarks, counts, rows, ...file } = await previewImport(
      campaign,
      body.csv,
      body.mapping,
      ports,
    );
    return {
      body: {
        ...file,
        headings: [...headings],
        mapping: columns,
        notImported: [...notImported],
        remarks: [...remarks],
        counts: { ...counts },
        rows: rows.map(({ row, outcome, reasons, remarks: said, left }) => ({
          row,
          outcome,
          reasons: [...reasons],
          remarks: [...said],
          notTaken: [...left],
        })),
      },
    };
  },

  async saveMapping({ params: { campaign }, body }, ports) {
    const { headings, mapping } = body;
    const wrong = await saveMapping(campaign, headings, mapping, ports);
    if (wrong.length > 0)
      return problem(
        'invalid-input',
        undefined,
        wrong.map((detail) => ({ pointer: '/mapping', detail })),
      );
    return { body, changed: { to: { columns: headings.join(', ') } } };
  },
};

const importView = ({ name, at, ...entry }: FinishedImport) => ({
  file: name,
  at: toIso(instant(at)),
  rows: entry.rows,
  imported: entry.imported,
  present: entry.present,
  duplicates: entry.duplicates,
  rejected: entry.rejected,
  remarked: entry.remarked,
  problem: entry.problem,
});
