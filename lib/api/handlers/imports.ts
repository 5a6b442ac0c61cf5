// Imports of contact files.

import { mappingTag } from '../../application/imports/headings-key.ts';
import {
  type FinishedImport,
  finishedImports,
  importProgress,
  keptOf,
  orderUndo,
  reportAsText,
  reportOf,
  saveMapping,
  startImport,
  undoneImport,
} from '../../application/imports/import-over-api.ts';
import { previewImport } from '../../application/imports/preview-import.ts';
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import { instant, toIso } from '../../domain/model/instant.ts';
import { nameOf } from '../caller.ts';
import { mustMatch, type RouteHandlers } from '../handler.ts';
import { cursorOf, positionOf, unknownCursor } from '../paging.ts';
import { problem, refusedFor } from '../problems.ts';
import type { IMPORT_READS, IMPORT_WRITES } from '../routes/imports.ts';

/** Bytes; what a function may answer. */
const LARGEST_ANSWER = 5_000_000;

export const importReads: RouteHandlers<typeof IMPORT_READS, PortsOf<'api-read'>> = {
  async listImports({ params, query }, ports) {
    const before = placeOf(query.cursor);
    if (before === 'unknown') return unknownCursor();
    const { imports, next } = await finishedImports(
      params.campaign,
      { limit: query.limit, before },
      ports,
    );
    return { body: { items: imports.map(importView), next: next && cursorOf(next) } };
  },

  async readImport({ params: { campaign, file } }, ports) {
    const job = await importProgress(campaign, file, ports);
    if (job === undefined)
      return problem('not-found', 'no file of that name was imported during the last week');
    const { state, startedAt, changedAt } = job;
    const { rows, imported, present, duplicates, rejected, held } = job;
    return {
      body: {
        file,
        state,
        startedAt: toIso(startedAt),
        changedAt: toIso(changedAt),
        ...{ rows, imported, present, duplicates, rejected, held },
      },
    };
  },

  async readRejectedRows({ params: { campaign, file } }, ports) {
    const job = await importProgress(campaign, file, ports);
    if (job !== undefined && job.state !== 'finished')
      return refusedFor(['the import of the file is not finished']);
    return csvOf(reportOf(campaign, file), ports);
  },

  async readUndoneImport({ params: { campaign, file } }, ports) {
    const undone = await undoneImport(campaign, file, ports);
    if (undone === undefined) return problem('not-found', 'the import was not undone');
    const { at, by, removed, kept, problem: because } = undone;
    return { body: { file, at: toIso(instant(at)), by, removed, kept, problem: because } };
  },

  async readKeptRows({ params: { campaign, file } }, ports) {
    return csvOf(keptOf(campaign, file), ports);
  },
};

async function csvOf(key: string, ports: PortsOf<'api-read'>) {
  const csv = await reportAsText(key, LARGEST_ANSWER, ports);
  return csv === undefined
    ? problem('too-large', 'the report has more than 5 MB; download it from the bucket')
    : { body: csv };
}

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

  async undoImport({ params: { campaign, file }, caller }, ports) {
    const against = await orderUndo(campaign, file, nameOf(caller), ports);
    if (against !== undefined) return refusedFor([against]);
    return { body: { campaign, file }, changed: { to: { undone: file } } };
  },

  async saveMapping({ params: { campaign }, body, ifMatch }, ports) {
    const { headings, mapping } = body;
    const files = { headings, columns: mapping };
    const wrong = await saveMapping(campaign, files, ports, (saved) =>
      mustMatch(ifMatch, mappingTag(saved)),
    );
    if (wrong.length > 0)
      return problem(
        'invalid-input',
        undefined,
        wrong.map((detail) => ({ pointer: '/mapping', detail })),
      );
    const changed = { to: { columns: headings.join(', ') } };
    return { body, etag: mappingTag(mapping), changed };
  },
};

/** In the journal of the campaign. */
function placeOf(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const place = positionOf(cursor);
  return typeof place === 'string' && /^[\d.]{1,30}$/.test(place) ? place : 'unknown';
}

const importView = ({ name, at, ...entry }: FinishedImport) => ({
  file: name,
  at: toIso(instant(at)),
  rows: entry.rows,
  imported: entry.imported,
  present: entry.present,
  duplicates: entry.duplicates,
  rejected: entry.rejected,
  remarked: entry.remarked,
  held: entry.held,
  problem: entry.problem,
});
