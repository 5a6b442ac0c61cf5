// The task catalogue, the spine of the product: one entry per Lambda function, with what it takes,
// what it returns, the faults it may raise and what starts it. The compiler emits only catalogued
// tasks and takes Retry from their faults; infra creates one function per entry; functions/ has one
// folder per entry.
import { z } from 'zod';
import { TOLD_LATE } from '../../domain/calls/relevant-contact-events.ts';
import { RuleQuestions, RuleStart, RunEnd } from '../../domain/rules/rule-schema.ts';
import { API_TASKS } from './api-tasks.ts';
import type { FaultName } from './faults.ts';
import { INBOUND_TASKS } from './inbound-tasks.ts';
import { LEDGER_TASKS } from './ledger-tasks.ts';
import { LIVE_TASKS } from './live-tasks.ts';
import { TEXT_TASKS } from './text-tasks.ts';
import { ATTEMPTS, KEEPS_FAILING, type Task } from './wiring.ts';

const Campaign = z.string().min(1);
const Record = z.string().min(1);
const Attempt = z.string().min(1);
const At = z.number().describe('epoch milliseconds');

const ContactEvent = z.object({
  contact: z.string(),
  initiated: At.optional(),
  connectedToSystem: At.optional(),
  enqueued: At.optional(),
  connectedToAgent: At.optional(),
  disconnected: At.optional(),
  wrapUpEnded: At.optional(),
  disconnectReason: z.string().optional(),
  machineDetection: z.string().optional(),
  agent: z.string().optional(),
  queue: z.string().optional(),
  transfer: z
    .object({
      of: z.string().describe('the contact the conversation began as'),
      to: z.enum(['queue', 'agent', 'outside']),
    })
    .optional()
    .describe('this contact goes on with a call that an agent transferred'),
});

/** What Connect tells of a contact. */
export type ContactNews = z.output<typeof ContactEvent>;

const Presence = z.object({
  agent: z.string(),
  arn: z.string(),
  group: z.string(),
  activity: z.enum(['free', 'ringing', 'talking', 'wrap-up', 'break', 'leaving', 'offline']),
  since: At,
  held: z.enum(['now', 'next']).optional().describe('in the status for unhandled records'),
  eventAt: At,
});

/** Two things of the Connect instance that belong together. */
export const ConnectLink = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('number-to-flow'),
    number: z.string().min(1).describe('ARN of an own number, or the number itself (E.164)'),
    flow: z.string().min(1).describe('ARN of the flow that answers its calls'),
  }),
  z.object({
    kind: z.literal('queue-to-quick-connects'),
    queue: z.string().min(1).describe('ARN'),
    quickConnects: z.array(z.string().min(1)).describe('ARNs'),
  }),
]);
export type ConnectLink = z.output<typeof ConnectLink>;

const MessageRef = z.object({ campaign: Campaign, record: Record, message: z.string() });
const AlertRef = z.object({
  campaign: Campaign,
  at: z.string().describe('of the alert, ISO 8601'),
});
const WebhookRef = z.object({
  campaign: Campaign,
  webhook: z.string().min(1).describe('id in the campaign; @ and id of a supervisor'),
});
const Delivery = z.object({
  outcome: z.enum(['delivered', 'failed', 'accepted', 'complained']),
  providerId: z.string().optional(),
  reason: z.string().optional(),
  undeliverable: z
    .array(z.string())
    .optional()
    .describe('addresses that are written to no more: they do not exist, or complained'),
});

const ImportOrder = z.object({
  campaign: Campaign,
  key: z.string().describe('of the file'),
  since: At.optional().describe('when the file was uploaded'),
  undo: z.object({ by: z.string() }).optional().describe('who wants the import undone'),
  goesOn: z
    .object({
      row: z.number().describe('the last row that is done'),
      reportBytes: z.number().describe('of the report so far'),
      tally: z.object({
        rows: z.number(),
        imported: z.number(),
        present: z.number(),
        duplicates: z.number(),
        rejected: z.number(),
        remarked: z.number(),
        held: z.number().optional(),
      }),
      undone: z.object({ removed: z.number(), kept: z.number() }).optional(),
    })
    .optional()
    .describe('where a run before has stopped'),
});

const STORE: readonly FaultName[] = ['StoreUnavailable'];
const WRITES: readonly FaultName[] = ['StoreUnavailable', 'RecordContended'];
const done = z.object({ outcome: z.string() });

/**
 * With three minutes between them, a provider may be down for two hours; after that the sweeper
 * orders again.
 */
const MESSAGE_ATTEMPTS = 40;

export const TASKS = {
  'dialer-tick': {
    trigger: 'queue',
    memory: 512,
    timeout: 20,
    // ticks are sent up to five minutes before their time, which counts; one that comes five
    // minutes late would only repeat what the others did
    queue: {
      name: 'ticks',
      fedBy: 'functions',
      batch: 1,
      atOnce: 20,
      attempts: ATTEMPTS,
      alarmAfter: 60,
      delayedUpTo: 300,
      keptFor: 600,
      requeues: true,
    },
    ports: [
      'clock',
      'ids',
      'definitions',
      'records',
      'ledger',
      'contactLog',
      'campaigns',
      'agents',
      'agentLook',
      'agentHolds',
      'throttle',
      'telephony',
      'dialQueue',
      'tickQueue',
    ],
    does: 'Decides how many calls the campaigns of an agent pool start now, reserves that many due records, orders the calls and places those that start at once.',
    input: z.object({
      campaign: Campaign,
      due: At.optional().describe('of the record it is for'),
      until: At.optional().describe('it sends the ticks that are needed before'),
      left: z.literal(true).optional().describe('records were due that could not be called yet'),
      check: z.literal(true).optional().describe('looks whether the campaign has ended'),
    }),
    output: z.object({ outcome: z.string(), ordered: z.number() }),
    faults: WRITES,
  },
  'place-call': {
    trigger: 'queue',
    memory: 256,
    timeout: 20,
    // orders wait for Connect’s rate, and preview orders for the agent’s time to read (up to 15
    // min)
    queue: {
      name: 'dial',
      fedBy: 'functions',
      batch: 1,
      atOnce: 5,
      attempts: ATTEMPTS,
      alarmAfter: 300,
      delayedUpTo: 900,
      requeues: true,
    },
    ports: [
      'clock',
      'definitions',
      'records',
      'ledger',
      'contactLog',
      'campaigns',
      'agents',
      'throttle',
      'telephony',
      'dialQueue',
    ],
    does: 'Places one ordered call with Connect, within the rate Connect allows.',
    input: z.object({
      ...{ campaign: Campaign, record: Record, attempt: Attempt },
      listed: z.array(z.string()).optional().describe('names of its number in the ledger'),
    }),
    output: done,
    faults: [...WRITES, 'TelephonyUnavailable', 'CallUnclear'],
  },
  'contact-events': {
    trigger: 'queue',
    memory: 256,
    timeout: 30,
    queue: {
      name: 'contact-events',
      fedBy: 'events',
      batch: 10,
      atOnce: 20,
      attempts: ATTEMPTS,
      alarmAfter: 60,
      late: { name: 'contacts-queued', seconds: TOLD_LATE.seconds, atOnce: 5 },
    },
    ports: [
      ...(['clock', 'definitions', 'records', 'contacts', 'slots', 'surveyQueue'] as const),
      ...(['tickQueue', 'journal', 'voicemails', 'webhooks'] as const),
    ],
    does: 'Applies a Connect contact event to its attempt and record, once. Tells a callback rule that begins the facts it needs and where it continues; at its end carries out what its tiles do, in one transaction, once per attempt.',
    input: z.union([ContactEvent, RunEnd]),
    output: z.union([done, RuleStart]),
    faults: [...WRITES, 'TelephonyUnavailable', 'NotFound', 'BadInput'],
  },
  'agent-events': {
    trigger: 'stream',
    memory: 256,
    timeout: 30,
    retries: 10,
    // later than this the dialer does not see who is free
    alarm: { on: 'lateness', seconds: 60 },
    ports: ['definitions', 'campaigns', 'records', 'agents', 'tickQueue', 'phones', 'agentHolds'],
    does: 'Keeps track of what agents do; sets the phone of an agent who logs in or returns, keeps calls from those who have left too many records unhandled, and starts a tick as soon as one becomes free.',
    input: Presence,
    output: done,
    faults: STORE,
  },
  'begin-rule': {
    trigger: 'task',
    memory: 256,
    timeout: 15,
    alarm: { none: 'Its failure fails the run of the callback rule, which has an alarm.' },
    ports: ['clock', 'records', 'definitions', 'secrets', 'services', 'numberChecks'],
    does: 'Answers what a tile of a callback rule asks when it is reached: whether a number is in service.',
    input: RuleQuestions,
    output: RuleStart,
    faults: [...STORE, 'NotFound', 'BadInput'],
  },
  sweeper: {
    trigger: 'schedule',
    memory: 512,
    timeout: 55,
    // ticks of that time are sent by it (domain/pacing/tick-grid.ts)
    everyMinutes: 5,
    alarm: { ...KEEPS_FAILING, minutes: 5 },
    ports: [
      'clock',
      'definitions',
      'records',
      'journal',
      'contacts',
      'slots',
      'surveyQueue',
      'voicemails',
      'smsQueue',
      'emailQueue',
      'olderOrders',
      'campaigns',
      'webhooks',
      'webhookQueue',
      'jobs',
      'copyQueue',
      'agents',
      'tickQueue',
      'agentHolds',
    ],
    does: 'Sends the first ticks of campaigns where calls are due in the next five minutes, and sees that one has ended; settles attempts and messages whose events never arrived; erases what is left of deleted contacts; goes on with webhooks and copies left waiting.',
    input: z.object({}),
    output: z.object({ settled: z.number(), messages: z.number(), erased: z.number() }),
    faults: [...WRITES, 'TelephonyUnavailable'],
  },
  'send-sms': {
    trigger: 'queue',
    memory: 256,
    timeout: 30,
    // those waiting their turn requeue themselves; only what the provider refused is received again
    queue: {
      name: 'sms',
      fedBy: 'events',
      batch: 1,
      atOnce: 5,
      attempts: MESSAGE_ATTEMPTS,
      alarmAfter: 300,
      delayedUpTo: 900,
      requeues: true,
    },
    ports: [
      'clock',
      'definitions',
      'records',
      'ledger',
      'contactLog',
      'campaigns',
      'sms',
      'lines',
      'smsQueue',
    ],
    does: 'Sends one text message and takes in what becomes of it. The intent is stored before and the provider’s id after, so it is never sent twice.',
    input: z.union([MessageRef.extend(Delivery.shape), MessageRef]),
    output: done,
    faults: [...WRITES, 'MessagingUnavailable'],
  },
  'send-email': {
    trigger: 'queue',
    memory: 512,
    timeout: 30,
    queue: {
      name: 'email',
      fedBy: 'events',
      batch: 1,
      atOnce: 5,
      attempts: MESSAGE_ATTEMPTS,
      alarmAfter: 300,
      delayedUpTo: 900,
      requeues: true,
    },
    ports: [
      'clock',
      'definitions',
      'records',
      'ledger',
      'contactLog',
      'campaigns',
      'email',
      'lines',
      'emailQueue',
      'pseudonyms',
    ],
    does: 'Sends one e-mail, of a record or about an alert. The intent is stored before and the provider’s id after, so it is never sent twice.',
    input: z.union([
      MessageRef,
      AlertRef.extend({
        left: z.number(),
        limit: z.number(),
        supervisor: z.string().optional().describe('all of the campaign when missing'),
        turn: At.optional(),
      }),
    ]),
    output: done,
    faults: [...WRITES, 'MessagingUnavailable'],
  },
  'message-events': {
    trigger: 'queue',
    memory: 256,
    timeout: 30,
    queue: {
      name: 'message-events',
      fedBy: 'events',
      batch: 10,
      atOnce: 5,
      attempts: ATTEMPTS,
      alarmAfter: 900,
    },
    ports: ['clock', 'records', 'campaigns', 'ledger'],
    does: 'Puts the delivery result of an e-mail on the timeline; blacklists addresses that do not exist or complained.',
    input: z.union([
      MessageRef.extend(Delivery.shape),
      AlertRef.extend({ supervisor: z.string(), ...Delivery.shape }),
    ]),
    output: done,
    faults: WRITES,
  },
  'deliver-webhook': {
    trigger: 'queue',
    memory: 256,
    // a request that takes its 10 s at the end of a line worked for 12 s
    timeout: 40,
    queue: {
      name: 'webhooks',
      fedBy: 'events',
      batch: 10,
      atOnce: 10,
      attempts: ATTEMPTS,
      alarmAfter: 300,
      delayedUpTo: 900,
      requeues: true,
    },
    ports: [
      'clock',
      'definitions',
      'journal',
      'campaigns',
      'webhooks',
      'webhookQueue',
      'receivers',
      'signingSecrets',
      'email',
      'lines',
    ],
    does: 'Tells a webhook of an event, by a signed request or an e-mail, and works off what waits for an endpoint that failed.',
    input: z.union([
      z.object({ campaign: Campaign, id: z.string().describe('of the event') }),
      WebhookRef.extend({ wake: At.describe('when its line is to be worked, epoch ms') }),
    ]),
    output: done,
    faults: WRITES,
  },
  'copy-records': {
    trigger: 'queue',
    memory: 512,
    timeout: 60,
    queue: {
      name: 'copies',
      fedBy: 'functions',
      batch: 1,
      atOnce: 2,
      attempts: ATTEMPTS,
      alarmAfter: 900,
      delayedUpTo: 900,
      requeues: true,
    },
    ports: [
      ...(['clock', 'definitions', 'records', 'recordList', 'pseudonyms', 'ledger'] as const),
      ...(['campaigns', 'jobs', 'copyQueue', 'filters', 'contactLog'] as const),
    ],
    does: 'Copies records of one campaign into another, some hundred at a time, and goes on until all are done.',
    input: z.object({ campaign: Campaign, copy: z.string().min(1) }),
    output: done,
    faults: [...WRITES, 'NotFound'],
  },
  'publish-journal': {
    trigger: 'pipe',
    memory: 256,
    timeout: 30,
    retries: 20,
    alarm: KEEPS_FAILING,
    ports: [],
    does: 'Turns journal entries from the table’s stream into events for the bus.',
    input: z.object({ entry: z.unknown() }),
    output: z.object({ detailType: z.string(), detail: z.unknown() }),
    faults: [],
  },
  'classify-record': {
    trigger: 'invoke',
    memory: 256,
    timeout: 20,
    alarm: KEEPS_FAILING,
    ports: [
      ...(['clock', 'definitions', 'records', 'pseudonyms', 'ledger'] as const),
      ...(['contacts', 'slots', 'surveyQueue', 'tickQueue'] as const),
      ...(['campaigns', 'agents', 'agentHolds'] as const),
    ],
    does: 'Applies an agent’s classification of a contact with all its actions, once.',
    input: z.object({
      campaign: Campaign,
      record: Record,
      attempt: Attempt.optional(),
      contact: z
        .string()
        .optional()
        .describe(
          'the call’s contact in Connect, as the agent’s program knows it; asked when events are late',
        ),
      email: z
        .string()
        .optional()
        .describe('id that was chosen for the e-mail, where there was no other contact'),
      classifier: z.string(),
      agent: z.string(),
      recontactAt: At.optional(),
      owner: z
        .string()
        .optional()
        .describe('the agent who shall own the record, for a classifier that makes it private'),
      fields: z.record(z.string(), z.string()).default({}),
    }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('classified') }),
      z.object({ kind: z.literal('refused'), reasons: z.array(z.string()) }),
    ]),
    faults: [...WRITES, 'TelephonyUnavailable'],
  },
  'call-record': {
    trigger: 'invoke',
    memory: 256,
    timeout: 20,
    alarm: KEEPS_FAILING,
    ports: [
      'clock',
      'definitions',
      'records',
      'ledger',
      'contactLog',
      'campaigns',
      'agents',
      'throttle',
      'telephony',
      'dialQueue',
    ],
    does: 'Handles an agent’s answer to a record offered to them: starts the call, once, immediately or after the before-call work, or returns the record.',
    input: z.object({
      campaign: Campaign,
      record: Record,
      attempt: Attempt,
      agent: z.string(),
      press: z
        .enum(['accept', 'call', 'skip'])
        .default('call')
        .describe('accept: the call follows after the before-call work · call: at once'),
    }),
    output: z.discriminatedUnion('kind', [
      z
        .object({ kind: z.literal('called') })
        .describe('Connect was asked for the call, now or before'),
      z
        .object({ kind: z.literal('accepted'), seconds: z.number() })
        .describe('the call follows by itself after so many seconds of before-call work'),
      z
        .object({ kind: z.literal('waits') })
        .describe('the call comes by itself when its turn has come'),
      z.object({ kind: z.literal('skipped') }),
      z.object({ kind: z.literal('refused'), reasons: z.array(z.string()) }),
    ]),
    faults: [...WRITES, 'CallUnclear'],
  },
  'switch-campaign': {
    trigger: 'invoke',
    memory: 256,
    timeout: 20,
    alarm: KEEPS_FAILING,
    ports: ['clock', 'definitions', 'campaigns', 'tickQueue'],
    does: 'Switches a campaign on or off, pauses, resumes or ends it; lists what is missing when it cannot be switched on.',
    input: z.object({
      campaign: Campaign,
      to: z.enum(['running', 'paused', 'ended', 'off']),
      by: z.string(),
    }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('switched'), state: z.string() }),
      z.object({ kind: z.literal('refused'), reasons: z.array(z.string()) }),
    ]),
    faults: WRITES,
  },
  'update-records': {
    trigger: 'invoke',
    memory: 512,
    timeout: 60,
    alarm: KEEPS_FAILING,
    ports: ['clock', 'definitions', 'records', 'campaigns', 'tickQueue'],
    does: 'Puts records back into the list, closes them, reserves them for an agent or releases them, one or many at once.',
    input: z.object({
      campaign: Campaign,
      records: z.union([z.array(Record).min(1).max(500), z.literal('set-aside')]),
      versions: z
        .record(z.string(), z.number())
        .optional()
        .describe('of records as they were read: one that has another is refused'),
      change: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('put-back'), at: At.optional() }),
        z.object({ kind: z.literal('close') }),
        z.object({ kind: z.literal('reserve'), agent: z.string().min(1) }),
        z.object({ kind: z.literal('release') }),
      ]),
      by: z.string().min(1),
    }),
    output: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('updated'),
        changed: z.number(),
        unchanged: z.number(),
        refused: z.array(z.object({ record: z.string(), reason: z.string() })),
        more: z.boolean().describe('more records are set aside than one run looks at: ask again'),
        campaignState: z.string(),
      }),
      z.object({ kind: z.literal('refused'), reasons: z.array(z.string()) }),
    ]),
    faults: WRITES,
  },
  'change-default': {
    trigger: 'invoke',
    memory: 256,
    timeout: 20,
    alarm: KEEPS_FAILING,
    ports: ['clock', 'records'],
    does: 'Makes another number or address of a record its default.',
    input: z.object({
      campaign: Campaign,
      record: Record,
      of: z.enum(['phone', 'email']),
      value: z.string().describe('as the record has it'),
      by: z.string(),
    }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('changed') }),
      z.object({ kind: z.literal('unchanged') }),
      z.object({ kind: z.literal('refused'), reasons: z.array(z.string()) }),
    ]),
    faults: WRITES,
  },
  'import-contacts': {
    trigger: 'queue',
    // a file of half a million rows; the visibility timeout of its queue is six times this, at most
    // 12 h
    memory: 1024,
    timeout: 900,
    queue: {
      name: 'imports',
      fedBy: 'events',
      batch: 1,
      atOnce: 2,
      attempts: ATTEMPTS,
      alarmAfter: 3600,
      requeues: true,
    },
    ports: [
      ...(['clock', 'definitions', 'records', 'pseudonyms', 'ledger', 'campaigns'] as const),
      ...(['contactLog', 'files', 'savedMappings', 'jobs', 'importQueue', 'tickQueue'] as const),
    ],
    does: 'Imports an uploaded file of contacts into a campaign, a large one in several runs; importing the same file again changes nothing. Undoes an import.',
    input: ImportOrder,
    output: z.object({
      imported: z.number(),
      present: z.number(),
      duplicates: z.number(),
      rejected: z.number(),
      rows: z.number().describe('the sum of the four'),
      remarked: z.number().describe('rows with a remark in the report'),
      encoding: z.string(),
      delimiter: z.string(),
      held: z.number().optional().describe('of those imported: due when a cap leaves room'),
      problem: z.string().optional().describe('why the file was not read at all'),
      report: z.string().describe('key of the CSV with rejected rows, duplicates and remarks'),
      goesOn: z.boolean().optional().describe('rows are left, which another run takes'),
      removed: z.number().optional().describe('records deleted, when an import is undone'),
      kept: z.number().optional().describe('records contacted since, which stay'),
    }),
    faults: WRITES,
  },
  'change-webhook': {
    trigger: 'invoke',
    memory: 256,
    timeout: 30,
    alarm: KEEPS_FAILING,
    ports: ['clock', 'definitions', 'campaigns', 'webhooks', 'webhookQueue', 'secretRotation'],
    does: 'Sends deliveries of a webhook again, one, those that failed or all since a moment; switches it on again; replaces its secret.',
    input: WebhookRef.extend({
      change: z.discriminatedUnion('kind', [
        z.object({
          kind: z.literal('resend'),
          what: z.union([
            z.object({ delivery: z.string().min(1) }),
            z.object({ failed: z.literal(true), from: z.string().optional() }),
            z.object({ since: At, from: z.string().optional() }),
          ]),
        }),
        z.object({ kind: z.literal('enable') }),
        z.object({ kind: z.literal('rotate-secret') }),
      ]),
      by: z.string().min(1),
    }),
    output: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('resent'),
        deliveries: z.number(),
        next: z.string().optional().describe('there are more: ask again from here'),
      }),
      z.object({ kind: z.literal('enabled') }),
      z.object({ kind: z.literal('unchanged') }),
      z.object({
        kind: z.literal('rotated'),
        secret: z.string().describe('for the receiver; it is shown once'),
        formerUntil: At.describe('until then requests are signed with the former secret, too'),
      }),
      z.object({ kind: z.literal('refused'), reasons: z.array(z.string()).readonly() }),
    ]),
    faults: WRITES,
  },
  'link-connect': {
    trigger: 'deployment',
    memory: 256,
    timeout: 60,
    alarm: { none: 'Its failure fails the deployment, which CloudFormation reports.' },
    ports: ['links'],
    does: 'Links what CloudFormation cannot link: own numbers to flows, queues to quick connects.',
    input: z.object({
      link: ConnectLink,
      before: ConnectLink.optional().describe('how it was linked before this deployment'),
      to: z.enum(['linked', 'unlinked']),
    }),
    output: z.object({ outcome: z.string() }),
    faults: ['TelephonyUnavailable'],
  },
  ...INBOUND_TASKS,
  ...API_TASKS,
  ...LIVE_TASKS,
  ...LEDGER_TASKS,
  ...TEXT_TASKS,
} as const satisfies Record<string, Task>;

export type TaskName = keyof typeof TASKS;
export type TaskInput<T extends TaskName> = z.output<(typeof TASKS)[T]['input']>;
export type TaskOutput<T extends TaskName> = z.output<(typeof TASKS)[T]['output']>;

/** A use case: plain data in, plain data out, the world through the ports it names. */
export type UseCase<T extends TaskName, P> = (
  input: TaskInput<T>,
  ports: P,
) => Promise<TaskOutput<T>>;

export const TASK_NAMES = Object.keys(TASKS) as readonly TaskName[];

/** The entry of a task, as what every entry is. */
export const taskOf = (name: TaskName): Task => TASKS[name];

/** MB of each function. */
export const TASK_MEMORY = Object.fromEntries(
  TASK_NAMES.map((task) => [task, TASKS[task].memory]),
) as Record<TaskName, number>;
