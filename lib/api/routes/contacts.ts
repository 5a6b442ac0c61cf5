// One person across campaigns.
import { z } from 'zod';
import { PURPOSES, REACHED_BY } from '../../domain/ledger/ledger.ts';
import { route } from '../route.ts';
import { FieldView } from './campaigns.ts';
import { RecordView, TimelineMoment } from './records.ts';
import { IdOfCampaign, IdOfRecord, Iso } from './shapes.ts';

const Person = z.object({
  phone: z.string().min(3).max(40).describe('a telephone number, with its country code'),
});

const OfRecord = z.object({ campaign: IdOfCampaign, record: IdOfRecord });
const manages = { roles: ['administrator', 'supervisor'], scope: 'records.read' } as const;

const Timeline = z.object({
  items: z.array(TimelineMoment.extend({ campaign: IdOfCampaign, record: IdOfRecord })),
});

const Listed = z.object({
  campaign: IdOfCampaign.optional().describe('every campaign when missing'),
  channel: z.enum(REACHED_BY).optional().describe('every channel when missing'),
  reason: z.string(),
  by: z.string(),
  at: Iso,
  until: Iso.optional().describe('for good when missing'),
  prefix: z.string().optional().describe('all numbers that begin so are on the blacklist'),
});

const Consented = z.object({
  purpose: z.enum(PURPOSES),
  channel: z.enum(REACHED_BY),
  source: z.string().describe('where it was given'),
  wording: z.string().optional(),
  at: Iso,
  withdrawn: z.object({ at: Iso, by: z.string(), wording: z.string().optional() }).optional(),
});

const Reached = z.object({
  address: z.string(),
  of: z.enum(['phone', 'email']),
  isDefault: z.boolean(),
  blacklist: z.array(Listed),
  consents: z.array(Consented).describe('those that were withdrawn, too'),
});

const Directory = z.object({
  name: z.string(),
  fields: z.array(FieldView),
  people: z.int().nonnegative(),
});

export const CONTACT_READS = {
  readDirectory: route({
    method: 'GET',
    path: '/v1/directory',
    tag: 'contacts',
    summary: 'Read the directory of people, apart from campaigns: its name and fields',
    details:
      'Where operations name a campaign, its people are those of `directory`. Without `directory` in the answer there is none, or it does not name you as its supervisor.',
    who: manages,
    answer: z.object({ directory: Directory.optional() }),
  }),
  readPerson: route({
    ofDirectory: true,
    method: 'GET',
    path: '/v1/campaigns/{campaign}/records/{record}/person',
    tag: 'contacts',
    summary: 'Read whether the person of a record may be contacted, and which campaigns have them',
    details:
      'Blacklist and consents by number and address; records of the campaigns one manages with one of the numbers, at most 25 of each.',
    who: manages,
    params: OfRecord,
    answer: z.object({ addresses: z.array(Reached), records: z.array(RecordView) }),
  }),
  readPersonTimeline: route({
    ofDirectory: true,
    method: 'GET',
    path: '/v1/campaigns/{campaign}/records/{record}/person/timeline',
    tag: 'contacts',
    summary: 'Read one timeline of the person of a record across campaigns and channels',
    details: 'Of the records that `readPerson` names.',
    who: manages,
    params: OfRecord,
    answer: Timeline,
  }),
  findContact: route({
    method: 'GET',
    path: '/v1/contacts',
    tag: 'contacts',
    summary: 'Find a person’s records in all campaigns by telephone number',
    details: 'Supervisors find those of the campaigns that name them.',
    who: manages,
    query: Person,
    answer: z.object({ items: z.array(RecordView) }),
  }),
  readContactTimeline: route({
    method: 'GET',
    path: '/v1/contacts/timeline',
    tag: 'contacts',
    summary: 'Read one timeline of a person across campaigns and channels',
    who: manages,
    query: Person,
    answer: Timeline,
  }),
};
