// What agents do during their work.
import { z } from 'zod';
import { route } from '../route.ts';
import { IdOfCampaign, IdOfRecord, Iso } from './shapes.ts';

const OfRecord = z.object({ campaign: IdOfCampaign, record: IdOfRecord });
const Attempt = z.string().min(1).max(64).describe('id of the contact');

export const DESK_WRITES = {
  classifyRecord: route({
    method: 'POST',
    path: '/v1/campaigns/{campaign}/records/{record}/classification',
    tag: 'calls',
    summary: 'Say how a contact ended',
    details:
      'Taken in once with all its actions, however often it is sent. Agents classify their own contacts; others name the agent.',
    who: { roles: ['administrator', 'supervisor', 'agent'], scope: 'records.write' },
    params: OfRecord,
    body: z.strictObject({
      attempt: z
        .string()
        .min(1)
        .max(64)
        .optional()
        .describe('the contact; without one it takes a campaign that allows it, and a success'),
      email: z
        .string()
        .min(1)
        .max(64)
        .optional()
        .describe('instead of `attempt`: the `id` of an e-mail that was no part of a contact'),
      classifier: z.string().min(1).max(64),
      agent: z.string().min(1).max(64).optional().describe('of another person than the caller'),
      contact: z.string().max(64).optional().describe('id of the call in Amazon Connect'),
      recontactAt: Iso.optional(),
      owner: z.string().min(1).max(64).optional().describe('who shall own the record'),
      fields: z.record(z.string(), z.string().max(4000)).default({}),
    }),
    answer: z.object({ record: IdOfRecord, classifier: z.string() }),
    problems: ['not-possible'],
    etag: 'checks',
  }),
  setRecall: route({
    method: 'PUT',
    path: '/v1/campaigns/{campaign}/records/{record}/recall',
    tag: 'calls',
    summary: 'Say when a record is called next, without a contact',
    details:
      'For campaigns that allow it; a recall private to the agent may be brought forward where that is allowed. Outside of the hours in which recalls are made, the call moves to the next allowed moment.',
    who: { roles: ['administrator', 'supervisor', 'agent'], scope: 'records.write' },
    params: OfRecord,
    body: z.strictObject({
      at: Iso.optional().describe('at once without it, e.g. a private recall before its time'),
      agent: z.string().min(1).max(64).optional().describe('of another person than the caller'),
    }),
    answer: z.object({ record: IdOfRecord, at: Iso.describe('when it is called') }),
    problems: ['not-possible'],
    etag: 'checks',
  }),
  extendWrapUp: route({
    method: 'POST',
    path: '/v1/campaigns/{campaign}/records/{record}/wrap-up/{attempt}',
    tag: 'calls',
    summary: 'Extend your wrap-up by the extra time of the campaign, once',
    who: { roles: ['agent'] },
    params: OfRecord.extend({ attempt: Attempt }),
    answer: z.object({ until: Iso }),
    problems: ['not-possible'],
    etag: 'checks',
  }),
  answerText: route({
    method: 'POST',
    path: '/v1/campaigns/{campaign}/records/{record}/conversations/{attempt}/answers',
    tag: 'calls',
    summary: 'Answer a text message or an e-mail of the person',
    details:
      'Sent once, however often it is sent in under the same `id`. An answer by e-mail goes to the address the person wrote from, with the subject of what they wrote.',
    who: { roles: ['agent'] },
    params: OfRecord.extend({ attempt: Attempt }),
    body: z.strictObject({
      text: z.string().min(1).max(20_000).describe('of a text message at most 1,600 characters'),
      email: z
        .strictObject({
          html: z.boolean().optional(),
          cc: z.array(z.email()).max(10).optional(),
          bcc: z.array(z.email()).max(10).optional(),
          attachments: z.array(z.string()).max(20).optional(),
        })
        .optional()
        .describe('of an answer by e-mail'),
      id: z
        .string()
        .regex(/^[A-Za-z0-9-]{1,64}$/, '1 to 64 letters, digits and hyphens')
        .describe('chosen by you'),
    }),
    answer: z.object({ ordered: z.literal(true) }),
    problems: ['not-possible'],
    etag: 'checks',
  }),
  takeText: route({
    method: 'POST',
    path: '/v1/campaigns/{campaign}/records/{record}/conversations/{attempt}/offer',
    tag: 'calls',
    summary: 'Accept or reject a conversation that is announced to you',
    details:
      'Where the campaign announces new messages (`rings`). Rejected, it goes to another agent of the queue who is at work.',
    who: { roles: ['agent'] },
    params: OfRecord.extend({ attempt: Attempt }),
    body: z.strictObject({ press: z.enum(['accept', 'reject']) }),
    answer: z.object({ outcome: z.enum(['accepted', 'rejected']) }),
    problems: ['not-possible'],
    etag: 'checks',
  }),
  permitCall: route({
    method: 'POST',
    path: '/v1/desk/calls',
    tag: 'calls',
    summary: 'Ask whether you may call a number outside of your campaigns',
    details:
      'Where the campaign lets its agents (`agentsMay.callOthers`). The number is read as in contact files; refused are numbers that cost a multiple, those on the blacklist, and calls at hours that are not allowed where the number is. The call itself is made with your telephone, and belongs to no record.',
    who: { roles: ['agent'] },
    body: z.strictObject({
      number: z.string().min(1).max(40).describe('as people write it'),
      campaign: IdOfCampaign.describe('that lets you: its country, hours and blacklist hold'),
    }),
    answer: z.object({ phone: z.string().describe('E.164') }),
    problems: ['not-possible'],
  }),
  answerOffer: route({
    method: 'POST',
    path: '/v1/campaigns/{campaign}/records/{record}/offers/{attempt}',
    tag: 'calls',
    summary: 'Accept, call or skip a record that was offered',
    details:
      '`accept`: the call follows after the before-call work · `call`: at once · `skip`: the record goes back to the list. Pressed twice, there is one call.',
    who: { roles: ['agent'] },
    params: OfRecord.extend({ attempt: Attempt }),
    body: z.strictObject({ press: z.enum(['accept', 'call', 'skip']) }),
    answer: z.object({
      outcome: z
        .enum(['called', 'accepted', 'waits', 'skipped'])
        .describe('waits: the call comes by itself when its turn has come'),
      seconds: z.number().optional().describe('until the call, after it was accepted'),
    }),
    problems: ['not-possible'],
    etag: 'checks',
  }),
};
