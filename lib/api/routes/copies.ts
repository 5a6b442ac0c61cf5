// Operations on copies: records of one campaign that become records of another.
import { z } from 'zod';
import { RecordFilter } from '../../domain/records/record-filter.ts';
import { route } from '../route.ts';
import { IdOfFilter } from './filters.ts';
import { IdOfCampaign, IdOfRecord, Iso, Paging, page } from './shapes.ts';

const OfCampaign = z.object({ campaign: IdOfCampaign.describe('the one they are copied into') });
const IdOfCopy = z.string().min(1).max(64).describe('id of the copy');
const manages = { roles: ['administrator', 'supervisor'] } as const;

const Copy = z.object({
  copy: IdOfCopy,
  from: IdOfCampaign,
  by: z.string(),
  state: z.enum(['waiting', 'running', 'finished']),
  continuously: z
    .boolean()
    .describe('it goes on with people who are added; the figures are of its last pass'),
  filter: IdOfFilter.optional().describe('the saved filter whose people it takes'),
  problem: z
    .string()
    .optional()
    .describe('why its last pass took nobody: the filter or a campaign has changed'),
  startedAt: Iso,
  changedAt: Iso,
  looked: z.int().describe('records of the other campaign looked at so far'),
  added: z.int(),
  addedInAll: z.int().describe('in all passes of one that goes on'),
  present: z.int().describe('the same person was there already'),
  refused: z.int(),
  refusals: z
    .array(z.object({ record: IdOfRecord, reason: z.string() }))
    .describe('the first 20 that were refused, by their id in the other campaign'),
});

export const COPY_READS = {
  listCopies: route({
    method: 'GET',
    path: '/v1/campaigns/{campaign}/copies',
    tag: 'campaigns',
    summary: 'List the copies into a campaign of the last week, the newest first',
    details: 'The latest 100.',
    who: { ...manages, scope: 'records.read' },
    params: OfCampaign,
    query: z.object(Paging),
    answer: page(Copy),
  }),
  readCopy: route({
    method: 'GET',
    path: '/v1/campaigns/{campaign}/copies/{copy}',
    tag: 'campaigns',
    summary: 'Read how far a copy has come',
    who: { ...manages, scope: 'records.read' },
    params: OfCampaign.extend({ copy: IdOfCopy }),
    answer: Copy,
  }),
};

export const COPY_WRITES = {
  copyRecords: route({
    method: 'POST',
    path: '/v1/campaigns/{campaign}/copies',
    tag: 'campaigns',
    summary: 'Fill a campaign with records of another one: all, those of a filter, or a selection',
    details:
      'A new campaign is a file of the definitions; this gives it its people. They begin anew, as if they were imported: numbers, addresses and the fields that both campaigns have are copied, calls and states are not. Who is in the campaign already stays as they are there; who may not be contacted becomes a record that is blacklisted or set aside. The work is done after the answer: see `readCopy`.',
    who: { ...manages, scope: 'records.write' },
    params: OfCampaign,
    body: z.strictObject({
      from: IdOfCampaign.describe('id of the other campaign, or directory'),
      records: z.union([
        z.literal('all'),
        z.array(IdOfRecord).min(1).max(1000),
        z.strictObject({ filter: IdOfFilter.describe('saved with the other campaign') }),
        z.strictObject({ conditions: RecordFilter }),
      ]),
      numberFrom: z
        .string()
        .min(1)
        .max(64)
        .optional()
        .describe('field of the other campaign that holds the number to dial'),
      keepOwners: z
        .boolean()
        .default(false)
        .describe('records that are private stay private to the same agents'),
      continuously: z
        .boolean()
        .default(false)
        .describe(
          'go on: whoever is added there later is taken within a quarter of an hour, and whoever comes to match within a day, until it is stopped; a saved filter that is changed holds from the next quarter of an hour on',
        ),
    }),
    answer: z.object({ copy: IdOfCopy, campaign: IdOfCampaign, from: IdOfCampaign }),
    status: 202,
  }),
  stopCopy: route({
    method: 'DELETE',
    path: '/v1/campaigns/{campaign}/copies/{copy}',
    tag: 'campaigns',
    summary: 'Stop a copy that goes on',
    details: 'Records that it has brought stay.',
    who: { ...manages, scope: 'records.write' },
    params: OfCampaign.extend({ copy: IdOfCopy }),
    answer: z.object({ copy: IdOfCopy }),
  }),
};
