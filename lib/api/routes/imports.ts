// Operations on imports of contact files.
import { z } from 'zod';
import { route } from '../route.ts';
import { IdOfCampaign, Iso, Paging, page } from './shapes.ts';

const FileName = z
  .string()
  .max(200)
  .regex(/^[\w.-]*[\w-][\w.-]*$/, 'letters, digits and . _ - without a folder')
  .describe('name of the file');

const Csv = z
  .string()
  .min(1)
  .max(900_000)
  .describe('the file itself, headings first; a larger one is uploaded to the bucket');

const Heading = z.string().max(200);
const Headings = z.union([Heading, z.array(Heading).max(20)]);

/** As under `columns` of a campaign. */
const Mapping = z
  .strictObject({
    phone: Headings.optional().describe('the first is the default'),
    email: Headings.optional(),
    weight: Heading.optional(),
    agent: Heading.optional().describe('whom records are private to'),
    consent: Heading.optional().describe('who has consented to marketing'),
    fields: z.record(z.string(), Heading).default({}),
  })
  .describe('which column becomes what, by headings');

const OfCampaign = z.object({ campaign: IdOfCampaign });
const manages = { roles: ['administrator', 'supervisor'] } as const;

const Finished = z.object({
  file: z.string(),
  at: Iso,
  rows: z.int().optional(),
  imported: z.int(),
  present: z.int(),
  duplicates: z.int(),
  rejected: z.int(),
  remarked: z.int().optional(),
  held: z
    .int()
    .optional()
    .describe('of those imported: people contacted as often as caps allow, who are due later'),
  problem: z.string().optional().describe('why the file was not read at all'),
});

const Progress = z.object({
  file: z.string(),
  state: z.enum(['waiting', 'running', 'finished']),
  startedAt: Iso,
  changedAt: Iso,
  rows: z.int().describe('done so far: the sum of the next four'),
  imported: z.int(),
  present: z.int(),
  duplicates: z.int(),
  rejected: z.int(),
  held: z.int().optional().describe('of those imported: people at a cap, who are due later'),
});

const Undone = z.object({
  file: z.string(),
  at: Iso,
  by: z.string(),
  removed: z.int().describe('records that were deleted'),
  kept: z.int().describe('records that stay, because somebody was contacted since'),
  problem: z.string().optional().describe('why nothing could be undone'),
});

export const IMPORT_READS = {
  listImports: route({
    ofDirectory: true,
    method: 'GET',
    path: '/v1/campaigns/{campaign}/imports',
    tag: 'imports',
    summary: 'List the files that were imported, the newest first',
    details:
      'One that was handed over and is not listed yet waits or runs: see `readImport`. A page may have fewer than `limit` while there are further ones.',
    who: { ...manages, scope: 'records.read' },
    params: OfCampaign,
    query: z.object(Paging),
    answer: page(Finished),
  }),
  readImport: route({
    ofDirectory: true,
    method: 'GET',
    path: '/v1/campaigns/{campaign}/imports/{file}',
    tag: 'imports',
    summary: 'Read how far the import of a file has come',
    details:
      'While it runs, `rows` and what became of them are a few hundred rows old at most. Kept for a week.',
    who: { ...manages, scope: 'records.read' },
    params: OfCampaign.extend({ file: FileName }),
    answer: Progress,
  }),
  readRejectedRows: route({
    ofDirectory: true,
    method: 'GET',
    path: '/v1/campaigns/{campaign}/imports/{file}/rejected',
    tag: 'imports',
    summary: 'Read the rows that were rejected, repeated or remarked on, as CSV',
    details: 'Corrected, it can be imported again. Cells cannot start a formula.',
    who: { ...manages, scope: 'records.read' },
    params: OfCampaign.extend({ file: FileName }),
    answer: z.string(),
    media: 'text/csv',
    problems: ['too-large', 'not-possible'],
  }),
  readUndoneImport: route({
    ofDirectory: true,
    method: 'GET',
    path: '/v1/campaigns/{campaign}/imports/{file}/undo',
    tag: 'imports',
    summary: 'Read what became of undoing the import of a file',
    details: 'Not found until it is done.',
    who: { ...manages, scope: 'records.read' },
    params: OfCampaign.extend({ file: FileName }),
    answer: Undone,
  }),
  readKeptRows: route({
    ofDirectory: true,
    method: 'GET',
    path: '/v1/campaigns/{campaign}/imports/{file}/kept',
    tag: 'imports',
    summary: 'Read the rows of an import that was undone whose records stayed, as CSV',
    who: { ...manages, scope: 'records.read' },
    params: OfCampaign.extend({ file: FileName }),
    answer: z.string(),
    media: 'text/csv',
    problems: ['too-large'],
  }),
};

export const IMPORT_WRITES = {
  startImport: route({
    ofDirectory: true,
    method: 'POST',
    path: '/v1/campaigns/{campaign}/imports',
    tag: 'imports',
    summary: 'Import a file of contacts',
    details: 'Imported twice, the same file changes nothing.',
    who: { ...manages, scope: 'records.write' },
    params: OfCampaign,
    body: z.strictObject({ file: FileName, csv: Csv }),
    answer: z.object({ campaign: IdOfCampaign, file: z.string() }),
    status: 202,
  }),
  previewImport: route({
    ofDirectory: true,
    method: 'POST',
    path: '/v1/campaigns/{campaign}/imports/preview',
    tag: 'imports',
    summary: 'See what importing a file would do',
    details:
      'Nothing is stored; the campaign counts as empty. Without a mapping the one saved for files with these headings is used, then the columns the campaign names, then a guess by the headings in Polish, Czech, Slovak, German and English.',
    changesNothing: true,
    who: { ...manages, scope: 'records.write' },
    params: OfCampaign,
    body: z.strictObject({ csv: Csv, mapping: Mapping.optional() }),
    answer: z.object({
      delimiter: z.string(),
      headings: z.array(z.string()),
      mappedBy: z
        .enum(['request', 'saved', 'campaign', 'headings'])
        .describe('where the mapping is from; headings: it is a guess'),
      mapping: Mapping,
      notImported: z.array(z.string()).describe('columns that become nothing'),
      remarks: z.array(z.string()).describe('what to know of the guess'),
      counts: z
        .record(z.string(), z.int())
        .describe(
          'rows by outcome; of those imported, `held`: people contacted as often as caps allow, who would be due later; `notContacted`: people on the blacklist or without a consent, who would become records and not be contacted',
        ),
      rows: z
        .array(
          z.object({
            row: z.int(),
            outcome: z.string(),
            reasons: z.array(z.string()),
            remarks: z.array(z.string()),
            notTaken: z
              .array(z.object({ column: z.string(), reason: z.string() }))
              .describe('values that would not be taken over, by column'),
          }),
        )
        .describe('the first 20'),
    }),
  }),
  undoImport: route({
    ofDirectory: true,
    method: 'POST',
    path: '/v1/campaigns/{campaign}/imports/{file}/undo',
    tag: 'imports',
    summary: 'Undo the import of a file',
    details:
      'Records that the file brought are deleted, unless somebody was contacted since. Afterwards the file, corrected, can be imported again. `readUndoneImport` says what was done.',
    who: { ...manages, scope: 'records.write' },
    params: OfCampaign.extend({ file: FileName }),
    answer: z.object({ campaign: IdOfCampaign, file: z.string() }),
    status: 202,
    problems: ['not-possible'],
  }),
  saveMapping: route({
    ofDirectory: true,
    method: 'PUT',
    path: '/v1/campaigns/{campaign}/imports/mapping',
    tag: 'imports',
    summary: 'Save what becomes of the columns of files with these headings',
    details:
      'The next file with the same headings, in any order, is read with it. It goes before the columns that the campaign names.',
    who: { ...manages, scope: 'records.write' },
    params: OfCampaign,
    body: z.strictObject({
      headings: z.array(z.string().min(1).max(200)).min(1).max(500).describe('all of the file'),
      mapping: Mapping,
    }),
    answer: z.object({ headings: z.array(z.string()), mapping: Mapping }),
    etag: 'checks',
  }),
};
