// The tasks of inbound calls (INB, IVR): what a Connect flow asks a function during a call, and
// what follows a call. Part of the task catalogue, lib/application/tasks/tasks.ts. A flow waits 8 s
// at most and takes a flat map of texts, none of them empty.
// docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html
import { z } from 'zod';
import type { FaultName } from './faults.ts';
import { ASKED_BY_FLOW, ATTEMPTS, KEEPS_FAILING } from './wiring.ts';

const Campaign = z.string().min(1);
const Record = z.string().min(1);
const Attempt = z.string().min(1);
const At = z.number().describe('epoch milliseconds');

/**
 * A call whose flow asks a function: the parameters of the action, and what Connect says of the
 * contact.
 */
const FlowCall = {
  campaign: Campaign,
  contact: z.string().min(1),
  from: z.string().optional().describe('E.164; absent for a withheld number'),
  to: z.string().optional().describe('E.164 of the own number dialed'),
  attributes: z.record(z.string(), z.string()).describe('contact attributes'),
};
/** A block of an IVR, whose settings the function reads in the definitions. */
const AtBlock = { ivr: z.string().min(1), block: z.string().min(1) };
/** Connect takes a flat map of texts, none of them empty. */
const answer = <S extends z.core.$ZodShape>(shape: S) => z.object(shape);
const AnswerText = z.string().min(1);
const Identity = {
  identity: z.enum(['one', 'several', 'none']),
  record: AnswerText,
  attempt: AnswerText,
  lastAgent: AnswerText,
  privateAgent: AnswerText,
};

const STORE: readonly FaultName[] = ['StoreUnavailable'];
const WRITES: readonly FaultName[] = ['StoreUnavailable', 'RecordContended'];
const done = z.object({ outcome: z.string() });

export const INBOUND_TASKS = {
  'answer-call': {
    trigger: 'flow',
    ...ASKED_BY_FLOW,
    ports: ['clock', 'definitions', 'records', 'agents'],
    does: 'Answers an inbound call: finds or adds the caller’s record and starts an attempt for the call.',
    input: z.object({ ...FlowCall, ivr: z.string().min(1) }),
    output: answer(Identity),
    faults: WRITES,
  },
  'authorise-caller': {
    trigger: 'flow',
    ...ASKED_BY_FLOW,
    ports: ['clock', 'definitions', 'records', 'agents', 'secrets', 'services'],
    does: 'Identifies the caller’s record by digits they key in or by their number, in our own records or through another system.',
    input: z.object({ ...FlowCall, ...AtBlock, digits: z.string().optional() }),
    output: answer({ outcome: z.enum(['success', 'failure']), ...Identity }),
    faults: WRITES,
  },
  'call-api': {
    trigger: 'flow',
    ...ASKED_BY_FLOW,
    ports: ['clock', 'definitions', 'secrets', 'services', 'tokens'],
    does: 'Sends the request of an api-login or api-request block and returns the values to save.',
    input: z.object({ ...FlowCall, ...AtBlock }),
    output: z
      .record(z.string(), AnswerText)
      .describe(
        'outcome: ok or failed, visits: answers of this block in this call, and v_<name> for each value',
      ),
    faults: STORE,
  },
  'find-extension': {
    trigger: 'flow',
    ...ASKED_BY_FLOW,
    ports: ['definitions', 'agents'],
    does: 'Finds the agent with the extension a caller keyed in, and whether that agent is logged in.',
    input: z.object({ ...FlowCall, digits: z.string() }),
    output: answer({
      outcome: z.enum(['found', 'wrong']),
      agent: AnswerText.describe(
        'ARN; none when nobody has the extension, or the agent is not logged in',
      ),
    }),
    faults: STORE,
  },
  'take-slot': {
    trigger: 'flow',
    ...ASKED_BY_FLOW,
    ports: ['clock', 'definitions', 'slots'],
    does: 'Counts the calls in the limited path of an overflow block and says whether there is room for another.',
    input: z.object({ ...FlowCall, ...AtBlock }),
    output: answer({ outcome: z.enum(['within', 'over']) }),
    faults: STORE,
  },
  'route-call': {
    trigger: 'flow',
    ...ASKED_BY_FLOW,
    ports: ['clock', 'definitions', 'records', 'agents'],
    does: 'Decides how a call waits: its priority, and the agent it is reserved for first.',
    input: z.object({ ...FlowCall, ...AtBlock, queue: z.string().min(1) }),
    output: answer({
      level: z.enum(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']).describe('1 is best'),
      reserve: z.enum(['private', 'last', 'none']),
      agent: AnswerText.describe('user id, or none'),
    }),
    faults: WRITES,
  },
  'raise-priority': {
    trigger: 'flow',
    ...ASKED_BY_FLOW,
    ports: ['clock', 'definitions', 'records', 'routing'],
    does: 'Raises the priority of a call after a set time in its queue, for inbound and outbound calls alike.',
    input: z.object({
      ...FlowCall,
      queue: z.string().min(1),
      waited: z.coerce.number().describe('seconds in this queue'),
    }),
    output: answer({ outcome: z.enum(['raised', 'stays']) }),
    faults: [...WRITES, 'TelephonyUnavailable'],
  },
  'schedule-callback': {
    trigger: 'flow',
    ...ASKED_BY_FLOW,
    ports: ['clock', 'definitions', 'records'],
    does: 'Schedules the callback that a caller asks for in an IVR.',
    input: z.object({ ...FlowCall, ...AtBlock, number: z.string().optional() }),
    output: answer({ outcome: z.enum(['set', 'refused']) }),
    faults: WRITES,
  },
  'mark-voicemail': {
    trigger: 'flow',
    ...ASKED_BY_FLOW,
    ports: ['clock', 'definitions', 'records'],
    does: 'Records when a caller’s message begins and ends, so that it can be cut out of the call’s recording.',
    input: z.object({ ...FlowCall, ...AtBlock, phase: z.enum(['begin', 'end']) }),
    output: answer({ outcome: z.enum(['marked']) }),
    faults: WRITES,
  },
  'mark-forwarding': {
    trigger: 'flow',
    ...ASKED_BY_FLOW,
    ports: ['clock', 'definitions', 'records'],
    does: 'Records that a call is forwarded to an outside number, and whether it was answered there.',
    input: z.object({ ...FlowCall, ...AtBlock, phase: z.enum(['begin', 'taken', 'failed']) }),
    output: answer({ outcome: z.enum(['marked']) }),
    faults: WRITES,
  },
  'deliver-voicemail': {
    trigger: 'queue',
    // a recording of half an hour is 30 MB
    memory: 512,
    timeout: 60,
    queue: {
      name: 'recordings',
      fedBy: 'events',
      batch: 1,
      atOnce: 5,
      attempts: ATTEMPTS,
      alarmAfter: 900,
    },
    ports: ['clock', 'definitions', 'records', 'recordings', 'voicemails'],
    does: 'Cuts a caller’s message out of the recording, stores it and orders the e-mail that carries it.',
    input: z.object({ key: z.string().min(1) }),
    output: done,
    faults: WRITES,
  },
  'keep-survey-answer': {
    trigger: 'flow',
    ...ASKED_BY_FLOW,
    ports: ['clock', 'definitions', 'records'],
    does: 'Adds an answer to the survey to the caller’s timeline.',
    input: z.object({ ...FlowCall, question: z.string().min(1), key: z.string().min(1) }),
    output: answer({ outcome: z.enum(['kept', 'ignored']) }),
    faults: WRITES,
  },
  'place-survey-call': {
    trigger: 'queue',
    memory: 256,
    timeout: 20,
    // a survey call is delayed by up to 15 min
    queue: {
      name: 'survey-calls',
      fedBy: 'functions',
      batch: 1,
      atOnce: 2,
      attempts: ATTEMPTS,
      alarmAfter: 300,
      delayedUpTo: 900,
    },
    ports: ['clock', 'definitions', 'records', 'throttle', 'telephony'],
    does: 'Places the survey call to a caller, once.',
    input: z.object({ campaign: Campaign, record: Record, attempt: Attempt }),
    output: done,
    faults: [...WRITES, 'TelephonyUnavailable', 'CallUnclear'],
  },
  'extend-wrap-up': {
    trigger: 'invoke',
    memory: 256,
    timeout: 20,
    alarm: KEEPS_FAILING,
    ports: ['clock', 'definitions', 'records'],
    does: 'Extends an agent’s wrap-up by the campaign’s extra time, once per call.',
    input: z.object({ campaign: Campaign, record: Record, attempt: Attempt, agent: z.string() }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('extended'), until: At }),
      z.object({ kind: z.literal('refused'), reasons: z.array(z.string()) }),
    ]),
    faults: WRITES,
  },
} as const;

type InboundTaskName = keyof typeof INBOUND_TASKS;
/** The tasks a flow asks. */
export type FlowTaskName = {
  [T in InboundTaskName]: (typeof INBOUND_TASKS)[T]['trigger'] extends 'flow' ? T : never;
}[InboundTaskName];
