// Operations on saved filters.
import { z } from 'zod';
import { RecordFilter } from '../../domain/records/record-filter.ts';
import { route } from '../route.ts';
import { RecordView } from './records.ts';
import { IdOfCampaign, Iso, Paging, page } from './shapes.ts';

export const IdOfFilter = z
  .string()
  .max(64)
  .regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and -, a letter first')
  .describe('id of the filter');

const OfCampaign = z.object({ campaign: IdOfCampaign });
const OfFilter = OfCampaign.extend({ filter: IdOfFilter });
const manages = { roles: ['administrator', 'supervisor'] } as const;

const Title = z.string().min(1).max(100);

const Saved = z.object({
  filter: IdOfFilter,
  title: Title,
  conditions: RecordFilter,
  changedAt: Iso,
  changedBy: z.string(),
});

export const FILTER_READS = {
  listFilters: route({
    ofDirectory: true,
    method: 'GET',
    path: '/v1/campaigns/{campaign}/filters',
    tag: 'records',
    summary: 'List the saved filters of a campaign',
    who: { ...manages, scope: 'records.read' },
    params: OfCampaign,
    query: z.object(Paging),
    answer: page(Saved),
  }),
  readFilter: route({
    ofDirectory: true,
    method: 'GET',
    path: '/v1/campaigns/{campaign}/filters/{filter}',
    tag: 'records',
    summary: 'Read a saved filter',
    who: { ...manages, scope: 'records.read' },
    params: OfFilter,
    answer: Saved,
    etag: 'gives',
  }),
  searchRecords: route({
    ofDirectory: true,
    method: 'POST',
    path: '/v1/campaigns/{campaign}/records/search',
    tag: 'records',
    summary: 'List the records that meet conditions, the newest first',
    details: 'A page may have fewer than `limit`, or none, while there are further ones.',
    who: { ...manages, scope: 'records.read' },
    changesNothing: true,
    params: OfCampaign,
    body: z.strictObject({
      conditions: RecordFilter,
      phone: z
        .string()
        .min(3)
        .max(40)
        .optional()
        .describe('a telephone number: of the at most 25 records with it, those that match'),
      limit: z.int().min(1).max(100).default(25),
      cursor: Paging.cursor,
    }),
    answer: page(RecordView),
  }),
};

const write = { tag: 'records', who: { ...manages, scope: 'records.write' } } as const;

export const FILTER_WRITES = {
  saveFilter: route({
    ofDirectory: true,
    method: 'PUT',
    path: '/v1/campaigns/{campaign}/filters/{filter}',
    ...write,
    summary: 'Save a filter, or replace the one of that id',
    details:
      'For lists of records (`filter`) and for copying records. All conditions that are given hold. A campaign has 100 filters at most.',
    params: OfFilter,
    body: z.strictObject({ title: Title, conditions: RecordFilter }),
    answer: Saved,
    problems: ['not-possible'],
    etag: 'checks',
  }),
  removeFilter: route({
    ofDirectory: true,
    method: 'DELETE',
    path: '/v1/campaigns/{campaign}/filters/{filter}',
    ...write,
    summary: 'Remove a saved filter',
    params: OfFilter,
    answer: z.object({ filter: IdOfFilter }),
    etag: 'takes',
  }),
};
