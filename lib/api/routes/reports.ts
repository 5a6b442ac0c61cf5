// Operations that report. Each list has a row of its own as CSV: a table for a spreadsheet.
import { z } from 'zod';
import { route } from '../route.ts';
import { IdOfCampaign, IdOfRecord, Iso, Paging, page } from './shapes.ts';

const OfCampaign = z.object({ campaign: IdOfCampaign });
const manages = { roles: ['administrator', 'supervisor'] } as const;
const reports = {
  method: 'GET',
  tag: 'reports',
  who: { ...manages, scope: 'reports.read' },
} as const;

const Day = z.iso.date().describe('YYYY-MM-DD on the clock of the centre');
/** Days of a report at most. */
export const MOST_DAYS = 92;

const Period = {
  from: Day.describe('first day, YYYY-MM-DD on the clock of the centre'),
  to: Day.optional().describe(`last day, at most ${MOST_DAYS} days on; the first when missing`),
};
const CsvPaging = {
  cursor: Paging.cursor.describe('as the header `link` of the page before has it'),
  limit: z.coerce.number().int().min(1).max(1000).default(1000).describe('rows at most'),
};

const Significant = z
  .string()
  .optional()
  .describe('value of the field that names a record in lists; missing without one');

const ContactRow = z.object({
  significant: Significant,
  campaign: IdOfCampaign,
  record: IdOfRecord,
  attempt: z.string(),
  contact: z.string().optional().describe('id in Amazon Connect'),
  channel: z.string(),
  direction: z.enum(['outbound', 'inbound']),
  endpoint: z.string().describe('the number or address at the other end'),
  begunAt: Iso,
  connectedAt: Iso.optional().describe('to the agent'),
  endedAt: Iso.optional(),
  talkSeconds: z.int().optional(),
  agent: z.string().optional(),
  status: z.string().describe('how it ended'),
  classifier: z.string().optional(),
});

const RecallRow = z.object({
  significant: Significant,
  campaign: IdOfCampaign,
  record: IdOfRecord,
  at: Iso.describe('not called before'),
  number: z.string().optional().describe('that will be called'),
  weight: z.number(),
  attempts: z.int(),
  classifier: z.string().optional(),
  agent: z.string().optional().describe('the agent it is private to'),
  lastAgent: z.string().optional(),
});

const Counts = z.record(z.string(), z.int());

const FigureRow = z.object({
  campaign: z.string().optional(),
  day: z.string().optional(),
  agent: z.string().optional().describe('missing: contacts no agent had a part in'),
  contacts: z.int().describe('that have ended: the sum of `endings`'),
  endings: z
    .record(z.string(), Counts)
    .describe('by kind of contact (call, inbound, sms …) and how they ended'),
  classifiers: Counts,
  successes: z.int().describe('records that became one, less those that are one no longer'),
  recalls: z.int().describe('recalls that were set'),
});

export const BY = ['campaign', 'agent', 'day', 'campaign-agent-day'] as const;
const Figures = z.object({
  ...Period,
  campaign: IdOfCampaign.optional().describe('of one; without it of all that you may see'),
  by: z.enum(BY).default('campaign-agent-day').describe('a row for each'),
});

const OnContacts = { ...Period, agent: z.string().min(1).max(64).optional() };
const CSV = { media: 'text/csv', answer: z.string() } as const;
const FEWER = 'A page may have fewer than `limit`, or none, while there are further ones.';
const AS_CSV = 'Cells cannot start a formula. The header `link` leads to the next page.';

export const REPORT_READS = {
  reportFigures: route({
    ...reports,
    path: '/v1/reports/figures',
    summary: 'Count contacts, successes, classifiers and recalls by campaign, agent and day',
    details:
      'A contact counts on the day it was begun and for its agent. The sums over all days are the totals of the campaign, from the version on that counts by day.',
    query: Figures,
    answer: z.object({
      from: z.string(),
      to: z.string(),
      items: z.array(FigureRow),
      classifierNames: z
        .record(z.string(), z.string())
        .describe('of the classifiers counted, by id; where campaigns name one differently, all'),
    }),
  }),
  reportFiguresCsv: route({
    ...reports,
    path: '/v1/reports/figures.csv',
    summary: 'The same as CSV',
    details: 'Cells cannot start a formula.',
    query: Figures,
    ...CSV,
  }),
  reportContacts: route({
    ...reports,
    path: '/v1/campaigns/{campaign}/reports/contacts',
    summary: 'List contacts that have ended, the latest first',
    details: FEWER,
    params: OfCampaign,
    query: z.object({ ...Paging, ...OnContacts }),
    answer: page(ContactRow),
  }),
  reportContactsCsv: route({
    ...reports,
    path: '/v1/campaigns/{campaign}/reports/contacts.csv',
    summary: 'The same as CSV',
    details: AS_CSV,
    params: OfCampaign,
    query: z.object({ ...CsvPaging, ...OnContacts }),
    ...CSV,
  }),
  reportRecalls: route({
    ...reports,
    path: '/v1/campaigns/{campaign}/reports/recalls',
    summary: 'List records that are to be called again, in the order in which they will be',
    details: FEWER,
    params: OfCampaign,
    query: z.object(Paging),
    answer: page(RecallRow),
  }),
  reportRecallsCsv: route({
    ...reports,
    path: '/v1/campaigns/{campaign}/reports/recalls.csv',
    summary: 'The same as CSV',
    details: AS_CSV,
    params: OfCampaign,
    query: z.object(CsvPaging),
    ...CSV,
  }),
  reportRecordings: route({
    ...reports,
    path: '/v1/campaigns/{campaign}/reports/recordings',
    summary: 'List contacts of which there is a recording, the latest first',
    details: `Conversations with agents where the campaign records them, and messages left in the IVR. ${FEWER}`,
    params: OfCampaign,
    query: z.object({ ...Paging, ...OnContacts }),
    answer: page(ContactRow.extend({ recorded: z.array(z.enum(['conversation', 'message'])) })),
  }),
  reportRecordingsCsv: route({
    ...reports,
    path: '/v1/campaigns/{campaign}/reports/recordings.csv',
    summary: 'The same as CSV',
    details: AS_CSV,
    params: OfCampaign,
    query: z.object({ ...CsvPaging, ...OnContacts }),
    ...CSV,
  }),
};
