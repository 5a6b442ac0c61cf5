// Tasks of conversations by text and by e-mail (SMS).
import { z } from 'zod';
import type { FaultName } from './faults.ts';
import { ATTEMPTS, KEEPS_FAILING, type Task } from './wiring.ts';

const Name = z.string().min(1);
const WRITES: readonly FaultName[] = ['StoreUnavailable', 'RecordContended'];

export const TEXT_TASKS = {
  'order-texts': {
    trigger: 'schedule',
    memory: 512,
    timeout: 55,
    everyMinutes: 1,
    onlyWith: 'sms',
    alarm: KEEPS_FAILING,
    ports: ['clock', 'ids', 'definitions', 'records', 'ledger', 'contactLog', 'campaigns'],
    does: 'Runs every minute where a campaign has the SMS channel: orders as many texts as the account may send, and sets conversations unhandled whose time is over.',
    input: z.object({}),
    output: z.object({ ordered: z.number(), unhandled: z.number() }),
    faults: WRITES,
  },
  'receive-sms': {
    trigger: 'queue',
    memory: 256,
    timeout: 30,
    queue: {
      name: 'replies',
      fedBy: 'topic',
      batch: 10,
      atOnce: 5,
      attempts: ATTEMPTS,
      alarmAfter: 300,
    },
    ports: ['clock', 'definitions', 'records', 'ledger', 'campaigns', 'agents'],
    does: 'Takes a text message that a person has sent: to the record and an agent of the queue; STOP to the blacklist.',
    input: z.object({
      id: Name.describe('the provider’s id of the message'),
      from: z.string().describe('E.164'),
      to: z.string().describe('the number of the centre, E.164'),
      text: z.string(),
    }),
    output: z.object({ outcome: z.string() }),
    faults: WRITES,
  },
  'receive-email': {
    trigger: 'queue',
    memory: 1024,
    timeout: 30,
    queue: {
      name: 'mail',
      fedBy: 'events',
      onlyWith: 'mail',
      batch: 1,
      atOnce: 5,
      attempts: ATTEMPTS,
      // what comes while the person is being called comes again every three minutes
      alarmAfter: 1800,
    },
    ports: ['clock', 'definitions', 'records', 'campaigns', 'agents', 'pseudonyms', 'mails'],
    does: 'Takes an e-mail that a person has answered with: to the record and an agent of the queue. The stored e-mail is deleted.',
    input: z.object({ key: Name.describe('of the stored e-mail') }),
    output: z.object({ outcome: z.string() }),
    faults: [...WRITES, 'NotFound'],
  },
  'answer-text': {
    trigger: 'invoke',
    memory: 256,
    timeout: 20,
    alarm: KEEPS_FAILING,
    ports: ['clock', 'definitions', 'records'],
    does: 'Sends an agent’s answer to a text message or an e-mail, once.',
    input: z.object({
      campaign: Name,
      record: Name,
      attempt: Name.describe('the conversation, as message.received names it'),
      agent: Name,
      text: z.string().min(1).max(20_000).describe('of a text message at most 1,600'),
      email: z
        .object({
          html: z.boolean().optional(),
          cc: z.array(z.string()).optional(),
          bcc: z.array(z.string()).optional(),
          attachments: z.array(z.string()).optional(),
        })
        .optional()
        .describe('what an answer by e-mail has beside its text'),
      id: z
        .string()
        .regex(/^[A-Za-z0-9_-]{1,64}$/)
        .describe('chosen by the caller: the same answer, sent in again, is sent once'),
    }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('ordered') }),
      z.object({ kind: z.literal('refused'), reasons: z.array(z.string()) }),
    ]),
    faults: WRITES,
  },
} as const satisfies Record<string, Task>;
