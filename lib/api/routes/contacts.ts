// One person across campaigns.
import { z } from 'zod';
import { route } from '../route.ts';
import { RecordView, TimelineMoment } from './records.ts';
import { IdOfCampaign, IdOfRecord } from './shapes.ts';

const Person = z.object({
  phone: z.string().min(3).max(40).describe('a telephone number, with its country code'),
});

export const CONTACT_READS = {
  findContact: route({
    method: 'GET',
    path: '/v1/contacts',
    tag: 'contacts',
    summary: 'Find a person’s records in all campaigns by telephone number',
    details: 'Supervisors find those of the campaigns that name them.',
    who: { roles: ['administrator', 'supervisor'], scope: 'records.read' },
    query: Person,
    answer: z.object({ items: z.array(RecordView) }),
  }),
  readContactTimeline: route({
    method: 'GET',
    path: '/v1/contacts/timeline',
    tag: 'contacts',
    summary: 'Read one timeline of a person across campaigns and channels',
    who: { roles: ['administrator', 'supervisor'], scope: 'records.read' },
    query: Person,
    answer: z.object({
      items: z.array(TimelineMoment.extend({ campaign: IdOfCampaign, record: IdOfRecord })),
    }),
  }),
};
