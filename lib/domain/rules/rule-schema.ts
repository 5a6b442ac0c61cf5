// What a compiled callback rule hands to begin-rule and contact-events: the compiler writes these
// into the state machine.
import { z } from 'zod';
import { CallStatus } from '../../language/schema/rule.ts';

export const TileValue = z.union([z.string(), z.number(), z.boolean()]);
export type TileValue = z.output<typeof TileValue>;

/**
 * Seconds are what machines compiled before days of the calendar hand over; they run on during a
 * redeploy.
 */
const Period = z.union([
  z.number().transform((seconds) => ({ days: 0, seconds })),
  z.object({ days: z.number(), seconds: z.number() }),
]);

const Spans = z.array(z.object({ from: z.number(), to: z.number() }));
const HoursInZone = z.object({
  timeZone: z.string(),
  week: z.record(z.string(), Spans),
  exceptions: z.record(z.string(), Spans),
});

/**
 * What a condition tile needs to know; the compiler writes it into the machine.
 */
export const ConditionNeed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call-status') }),
  z.object({ kind: z.literal('passes') }),
  z.object({ kind: z.literal('calls-with-status'), statuses: z.array(CallStatus) }),
  z.object({ kind: z.literal('attempts') }),
  z.object({ kind: z.literal('connected') }),
  z.object({ kind: z.literal('result') }),
  z.object({ kind: z.literal('parameter'), of: z.enum(['number', 'call']), name: z.string() }),
  z.object({ kind: z.literal('availability'), hours: HoursInZone }),
  z.object({ kind: z.literal('privacy') }),
  z.object({ kind: z.literal('hlr') }),
]);
export type ConditionNeed = z.output<typeof ConditionNeed>;

/**
 * What an action tile does; the compiler writes it into the machine, contact-events carries it out.
 */
export const RuleAction = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('recontact'),
    after: Period.describe('days of the calendar and seconds after the call'),
    cursor: z
      .string()
      .optional()
      .describe('the tile at which the rule goes on after the next call'),
  }),
  z.object({ kind: z.literal('close-record') }),
  z.object({ kind: z.literal('delete-contact') }),
  z.object({
    kind: z.literal('add-parameter'),
    to: z.enum(['number', 'call']),
    name: z.string(),
    value: z.string(),
  }),
  z.object({
    kind: z.literal('send-sms'),
    from: z.string(),
    text: z.string(),
    transliterate: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('send-email'),
    mailbox: z.string(),
    cc: z.array(z.string()),
    bcc: z.array(z.string()),
    subject: z.string(),
    text: z.string(),
    attachments: z.array(z.string()),
    html: z.boolean().optional(),
  }),
]);
export type RuleAction = z.output<typeof RuleAction>;

const ofOneAttempt = {
  campaign: z.string().min(1),
  record: z.string().min(1),
  attempt: z.string().min(1),
  rule: z.string(),
  version: z.string(),
};

/** What a rule asks when it begins, or when a tile is reached. */
export const RuleQuestions = z.object({
  ...ofOneAttempt,
  tiles: z.record(z.string(), ConditionNeed),
  entries: z.array(z.string()).describe('tiles at which the rule may go on after a call'),
});
export type RuleQuestions = z.output<typeof RuleQuestions>;

/** The answer. */
export const RuleStart = z.object({
  applied: z.boolean().describe('the rule was applied to this attempt before'),
  entry: z.string().describe('a tile of entries, or "trigger"'),
  restarted: z
    .string()
    .describe('the cursor whose tile no longer exists; empty when there is none'),
  result: z.string().describe('the classifier given to this call, or "none"'),
  values: z.record(z.string(), TileValue),
});
export type RuleStart = z.output<typeof RuleStart>;

/** A run of the rule that reached its end, for contact-events. */
export const CompletedRun = z.object({
  ...ofOneAttempt,
  path: z.string().describe('the tiles passed, each behind a slash'),
  restarted: z.string().describe('as the rule began; empty when there is none'),
  result: z
    .string()
    .optional()
    .describe('as the rule began; machines compiled before it was passed on leave it out'),
  values: z.record(z.string(), TileValue),
  actions: z.record(z.string(), RuleAction),
});
export type CompletedRun = z.output<typeof CompletedRun>;

/** Either end of a run. */
export const RunEnd = z.union([CompletedRun, RuleQuestions]);
