// Operations on records.
import { z } from 'zod';
import { RECORD_STATES } from '../../domain/model/record.ts';
import { HEAVIEST } from '../../domain/records/next-records.ts';
import { route } from '../route.ts';
import { IdOfCampaign, IdOfRecord, Iso, Paging, page } from './shapes.ts';

const Endpoint = z.object({ value: z.string(), isDefault: z.boolean() });
const Texts = z.record(z.string(), z.string());

export const RecordView = z.object({
  campaign: IdOfCampaign,
  record: IdOfRecord,
  state: z.enum(RECORD_STATES),
  phones: z.array(Endpoint),
  emails: z.array(Endpoint),
  fields: Texts,
  parameters: Texts.describe('what rules added'),
  weight: z.number(),
  privateTo: z.string().optional().describe('the agent it is private to'),
  nextContact: Iso.optional().describe('not called before'),
  callBackTo: z.string().optional().describe('the number the next call goes to'),
  attempts: z.int().describe('contacts that we began'),
  endings: z.record(z.string(), z.int()).describe('how they ended'),
  classifier: z.string().optional().describe('set last'),
  success: z.boolean(),
  lastAgent: z.string().optional(),
  lastContact: Iso.optional(),
  current: z
    .object({
      attempt: z.string(),
      phase: z.string(),
      since: Iso,
      offeredTo: z.string().optional(),
    })
    .optional()
    .describe('the contact under way'),
  createdAt: Iso,
  updatedAt: Iso,
});

const Gate = z.object({
  gate: z.string(),
  passed: z.boolean(),
  saw: z.union([z.string(), z.number(), z.boolean()]),
  wanted: z.union([z.string(), z.number(), z.boolean()]).optional(),
});

export const TimelineMoment = z.object({
  at: Iso,
  lastAt: Iso.describe('of the last of those folded'),
  times: z.int().describe('how many in a row are shown as one'),
  type: z.string().describe('type of the event'),
  says: z.string(),
  gates: z.array(Gate).describe('what was looked at, where something was decided'),
  ran: z
    .object({
      rule: z.string(),
      version: z.string(),
      attempt: z.string(),
      path: z.array(z.string()).describe('tiles in the order they were passed'),
      values: z
        .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
        .describe('what conditions saw, by tile'),
    })
    .optional()
    .describe('the callback rule that decided'),
});

const Verdict = z.object({
  kind: z.enum(['call', 'not-before', 'not-now', 'never']),
  says: z.string(),
  gates: z.array(Gate),
});

const CallView = z.object({
  attempt: z.string(),
  channel: z.string(),
  direction: z.enum(['outbound', 'inbound']),
  endpoint: z.string().describe('the number or address at the other end'),
  orderedAt: Iso,
  contact: z.string().optional().describe('id in Amazon Connect'),
  agent: z.string().optional(),
  status: z.string().optional().describe('how it ended'),
  classifier: z.string().optional(),
  script: z.string().optional().describe('the call script that was answered'),
  answers: Texts.optional().describe('given in the script, by question'),
  connectedAt: Iso.optional().describe('to the agent'),
  endedAt: Iso.optional(),
  ivr: z
    .object({ id: z.string(), version: z.string(), path: z.array(z.string()) })
    .optional()
    .describe('the blocks an inbound call came through'),
});

const MessageView = z.object({
  message: z.string(),
  kind: z.enum(['sms', 'email']),
  state: z.string(),
  to: z.string(),
  text: z.string(),
  orderedAt: Iso,
  changedAt: Iso,
  reason: z.string().optional().describe('why it failed'),
});

const OfCampaign = z.object({ campaign: IdOfCampaign });
const OfRecord = z.object({ campaign: IdOfCampaign, record: IdOfRecord });

const manages = { roles: ['administrator', 'supervisor'] } as const;
const works = { roles: ['administrator', 'supervisor', 'agent'] } as const;

export const RECORD_READS = {
  listRecords: route({
    ofDirectory: true,
    method: 'GET',
    path: '/v1/campaigns/{campaign}/records',
    tag: 'records',
    summary: 'List records, the newest first',
    details:
      'With `phone`, the at most 25 records with that number. With `state` or `filter`, a page may have fewer than `limit`, or none, while there are further ones.',
    who: { ...manages, scope: 'records.read' },
    params: OfCampaign,
    query: z.object({
      ...Paging,
      state: z.enum(RECORD_STATES).optional(),
      filter: z.string().min(1).max(64).optional().describe('id of a saved filter'),
      phone: z.string().min(3).max(40).optional().describe('a telephone number'),
    }),
    answer: page(RecordView),
  }),
  listNextRecords: route({
    method: 'GET',
    path: '/v1/campaigns/{campaign}/next-records',
    tag: 'records',
    summary: 'List the records that are due, in the order they are called, and why in that order',
    who: { ...manages, scope: 'records.read' },
    params: OfCampaign,
    query: z.object({ limit: Paging.limit }),
    answer: z.object({
      items: z.array(
        z.object({
          record: IdOfRecord,
          significant: z
            .string()
            .optional()
            .describe('value of the field that names a record in lists; missing without one'),
          weight: z.number(),
          dueSince: Iso,
          isRecall: z.boolean(),
          because: z.string().describe('why it stands where it stands'),
          verdict: Verdict,
        }),
      ),
    }),
  }),
  readRecord: route({
    ofDirectory: true,
    method: 'GET',
    path: '/v1/campaigns/{campaign}/records/{record}',
    tag: 'records',
    summary: 'Read a record',
    who: { ...works, scope: 'records.read' },
    params: OfRecord,
    answer: RecordView,
    etag: 'gives',
  }),
  readTimeline: route({
    ofDirectory: true,
    method: 'GET',
    path: '/v1/campaigns/{campaign}/records/{record}/timeline',
    tag: 'records',
    summary: 'Read everything that happened to a record, in order, and why',
    who: { ...works, scope: 'records.read' },
    params: OfRecord,
    answer: z.object({ items: z.array(TimelineMoment) }),
  }),
  explainRecord: route({
    method: 'GET',
    path: '/v1/campaigns/{campaign}/records/{record}/why',
    tag: 'records',
    summary: 'Read why a record is called now, or is not',
    who: { ...manages, scope: 'records.read' },
    params: OfRecord,
    answer: z.object({
      present: Verdict,
      pool: z.object({
        waiting: z.int().describe('records of the campaign that wait for a call'),
        open: z.int().describe('records not worked to the end'),
      }),
    }),
  }),
  listContacts: route({
    method: 'GET',
    path: '/v1/campaigns/{campaign}/records/{record}/contacts',
    tag: 'records',
    summary: 'List the calls of a record and the messages to its person',
    who: { ...works, scope: 'records.read' },
    params: OfRecord,
    answer: z.object({ calls: z.array(CallView), messages: z.array(MessageView) }),
  }),
};

const Phone = z.string().min(1).max(100);

const Weight = z
  .int()
  .min(-HEAVIEST)
  .max(HEAVIEST)
  .describe('the heavier record is called first, whenever both are due');

const NewRecord = z.strictObject({
  phones: z.array(Phone).max(20).default([]).describe('the first is the default'),
  emails: z.array(z.string().min(1).max(320)).max(20).default([]),
  fields: Texts.default({}).describe('by id of the field'),
  weight: Weight.default(0),
  agent: z.string().min(1).max(64).optional().describe('the agent it is private to'),
});

const Changed = z.object({
  record: IdOfRecord,
  changed: z.boolean().describe('false: it was so already'),
});

const Reason = z.object({ record: IdOfRecord, reason: z.string() });

const OneOfMany = z.union([
  IdOfRecord,
  z.strictObject({
    record: IdOfRecord,
    etag: z
      .string()
      .min(1)
      .max(100)
      .describe('it was read with: changed since then, it is refused'),
  }),
]);

const write = { tag: 'records', etag: 'checks' } as const;
const changesOne = {
  ...write,
  params: OfRecord,
  answer: Changed,
  problems: ['not-possible'],
} as const;

export const RECORD_WRITES = {
  addRecords: route({
    ofDirectory: true,
    method: 'POST',
    path: '/v1/campaigns/{campaign}/records',
    tag: 'records',
    summary: 'Add records, one or up to 500',
    details:
      'The same person in the same campaign is the same record: added again, it is `present`. One that is refused does not keep the others from being added; whether all were refused or none, the answer is 200. Agents add where `agentsMay.addRecords` says so.',
    who: { ...works, scope: 'records.write' },
    params: OfCampaign,
    body: z.strictObject({ records: z.array(NewRecord).min(1).max(500) }),
    answer: z.object({
      items: z
        .array(
          z.object({
            outcome: z.enum(['added', 'present', 'refused']),
            record: IdOfRecord.optional(),
            errors: z
              .array(z.object({ pointer: z.string(), detail: z.string() }))
              .optional()
              .describe('why it was refused; each with its place in the body'),
          }),
        )
        .describe('one for each record of the body, in its order'),
    }),
  }),
  editRecord: route({
    ofDirectory: true,
    method: 'PATCH',
    path: '/v1/campaigns/{campaign}/records/{record}',
    ...write,
    summary: 'Change fields or the weight of a record',
    details:
      'An empty text empties a field. Fields that are not named stay as they are. The heavier of two due records is called first.',
    who: { ...manages, scope: 'records.write' },
    params: OfRecord,
    body: z
      .strictObject({
        fields: z.record(z.string(), z.string().max(4000)).optional(),
        weight: Weight.optional(),
      })
      .refine(
        ({ fields = {}, weight }) => weight !== undefined || Object.keys(fields).length > 0,
        'name a field at least, or the weight',
      ),
    answer: Changed,
    problems: ['not-possible'],
  }),
  eraseRecord: route({
    ofDirectory: true,
    method: 'DELETE',
    path: '/v1/campaigns/{campaign}/records/{record}',
    ...changesOne,
    summary: 'Erase everything a record says about its person',
    details:
      'Numbers, addresses and fields at once; earlier calls, messages and the values in its journal within about half an hour. The id and the counts remain, so the same person in another file is not contacted again. Blacklist and consents remain as well. Of each campaign by itself: `findContact` and `readPerson` name the others.',
    who: { ...manages, scope: 'records.write' },
  }),
  editEndpoints: route({
    ofDirectory: true,
    method: 'PUT',
    path: '/v1/campaigns/{campaign}/records/{record}/endpoints',
    ...write,
    summary: 'Change the numbers and addresses of a record',
    details:
      'All it has from then on, the first being the default. Agents change those of their own records where `agentsMay.editContactData` says so.',
    who: { ...works, scope: 'records.write' },
    params: OfRecord,
    body: z.strictObject({
      phones: z.array(Phone).max(20),
      emails: z.array(z.string().min(1).max(320)).max(20),
    }),
    answer: Changed,
    problems: ['not-possible'],
  }),
  setDefault: route({
    ofDirectory: true,
    method: 'PUT',
    path: '/v1/campaigns/{campaign}/records/{record}/default',
    ...write,
    summary: 'Make another number or address of a record its default',
    who: { ...manages, scope: 'records.write' },
    params: OfRecord,
    body: z.strictObject({
      of: z.enum(['phone', 'email']),
      value: z.string().min(1).max(320).describe('as the record has it'),
    }),
    answer: Changed,
    problems: ['not-possible'],
  }),
  setOwner: route({
    method: 'PUT',
    path: '/v1/campaigns/{campaign}/records/{record}/owner',
    ...changesOne,
    summary: 'Make a record private to an agent',
    who: { ...works, scope: 'records.write' },
    body: z.strictObject({ agent: z.string().min(1).max(64) }),
  }),
  removeOwner: route({
    method: 'DELETE',
    path: '/v1/campaigns/{campaign}/records/{record}/owner',
    ...changesOne,
    summary: 'Make a record no longer private',
    who: { ...works, scope: 'records.write' },
  }),
  closeRecord: route({
    method: 'POST',
    path: '/v1/campaigns/{campaign}/records/{record}/close',
    ...changesOne,
    summary: 'Close a record for good',
    who: { ...manages, scope: 'records.write' },
  }),
  putBackRecord: route({
    method: 'POST',
    path: '/v1/campaigns/{campaign}/records/{record}/put-back',
    ...changesOne,
    summary: 'Put a record back into the list of those to be called',
    who: { ...manages, scope: 'records.write' },
    body: z.strictObject({ at: Iso.optional().describe('not called before; at once without it') }),
  }),
  changeRecords: route({
    method: 'POST',
    path: '/v1/campaigns/{campaign}/records/changes',
    tag: 'records',
    summary: 'Put back, close, reserve or release many records at once',
    details:
      'Each by itself: what is refused for one is done for the others; with its `etag`, one that was changed since it was read is refused. `set-aside` means all that are set aside, 500 at a time; `more` says whether to ask again.',
    who: { ...manages, scope: 'records.write' },
    params: OfCampaign,
    body: z.strictObject({
      records: z.union([z.array(OneOfMany).min(1).max(500), z.literal('set-aside')]),
      change: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('put-back'), at: Iso.optional() }),
        z.strictObject({ kind: z.literal('close') }),
        z.strictObject({ kind: z.literal('reserve'), agent: z.string().min(1).max(64) }),
        z.strictObject({ kind: z.literal('release') }),
      ]),
    }),
    answer: z.object({
      changed: z.int(),
      unchanged: z.int(),
      refused: z.array(Reason),
      more: z.boolean(),
      campaignState: z.string(),
    }),
    problems: ['not-possible'],
  }),
};
