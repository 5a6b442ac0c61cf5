// Tests of a callback rule, written beside it in rules/<id>.test.yaml: calls that end in some way,
// and the tiles the record is expected to pass (NEW-3).
import { z } from 'zod';
import { Id } from './basics.ts';
import { CALL_STATUSES, CallStatus } from './rule.ts';

const LOCAL = String.raw`\d{4}-\d{2}-\d{2}[T ]([01]\d|2[0-3]):[0-5]\d`;
const CLOCK = String.raw`([01]\d|2[0-3]):[0-5]\d`;

const LocalTime = z
  .string()
  .regex(new RegExp(`^${LOCAL}$`), 'a local date and time such as 2026-03-02T09:00');

const When = z
  .string()
  .regex(new RegExp(`^(${LOCAL}|${CLOCK})$`), 'a local time such as "10:40" or 2026-03-02T10:40')
  .describe(
    'When the call ends: a local date and time, or the next time the clock shows this time. By default, when it was due.',
  );

const times = z.int().min(1).max(1000).default(1).describe('How many times in a row.');

const CallText = z
  .string()
  .regex(
    new RegExp(`^(${CALL_STATUSES.join('|')})( at (${LOCAL}|${CLOCK}))?$`),
    'a call status such as "not-answered", or with a time: "busy at 10:40"',
  )
  .transform((text) => {
    const [status, at] = text.split(' at ') as [CallStatus, string?];
    return { status, times: 1, at };
  });

export const ScenarioCall = z.union(
  [
    CallText,
    z.strictObject({
      status: CallStatus.describe('How the call ended.'),
      at: When.optional().describe(
        'When the call ends: a local date and time, or the next time the clock shows this time. By default, when it was due.',
      ),
      classifier: Id.optional().describe(
        'The classifier that the agent gave; the rule follows with that result.',
      ),
      hlr: z
        .enum(['valid', 'invalid', 'unknown'])
        .optional()
        .describe('What an HLR check says of the number; unknown by default.'),
      recall: When.optional().describe('When the agent scheduled the recall.'),
      times,
    }),
  ],
  'a call such as "not-answered", "answered at 10:40" or { status: busy, times: 3 }',
);
export type ScenarioCall = z.output<typeof ScenarioCall>;

const tileNames = (text: string): readonly string[] =>
  text === '' ? [] : text.split('>').map((name) => name.trim());

const PathText = z
  .string()
  .regex(/^([a-z][a-z0-9-]*( ?> ?[a-z][a-z0-9-]*)*)?$/, 'tiles such as "status > count > again"')
  .transform(tileNames);
const TilePath = z
  .union([PathText, z.array(Id).readonly()], 'tiles such as "status > count > again", or a list')
  .describe('The tiles passed, in order; empty if the rule does not run.');

const Next = z
  .string()
  .regex(
    new RegExp(String.raw`^(none|at once|\+ ?\d+ ?(s|min|h|d)|${LOCAL})$`),
    '"none", "at once", "+2 h" or a local time such as 2026-03-03T09:00',
  )
  .describe(
    'When the next call is due: none, at once, +2 h after this one, or a local date and time.',
  );

const count = z.int().nonnegative().optional();

const Expected = z.strictObject({
  path: TilePath,
  times,
  state: z
    .enum(['recall-scheduled', 'closed', 'set-aside', 'unhandled', 'deleted', 'new'])
    .optional()
    .describe('The state of the record afterwards.'),
  next: Next.optional(),
  sms: count.describe('How many text messages this call leads to.'),
  email: count.describe('How many e-mails this call leads to.'),
});
export const ScenarioExpectation = z.union(
  [
    PathText.transform((path) => ({ path, times: 1 })),
    z
      .array(Id)
      .readonly()
      .transform((path) => ({ path, times: 1 })),
    Expected,
  ],
  'tiles such as "status > count > again", or a block with path, state, next, sms, email',
);
export type ScenarioExpectation = z.output<typeof Expected>;

export const Scenario = z.strictObject({
  name: z.string().min(1).max(200).describe('A sentence that describes what is expected.'),
  given: z
    .strictObject({
      campaign: Id.optional().describe('The campaign; by default the first that uses the rule.'),
      at: LocalTime.optional().describe(
        'When the first call ends; by default Monday 2026-03-02T10:00.',
      ),
      fields: z.record(Id, z.string()).default({}).describe('Record fields.'),
      private: z.boolean().default(false).describe('Whether the record is private to an agent.'),
      email: z.boolean().default(true).describe('Whether the record has an e-mail address.'),
    })
    .default({ fields: {}, private: false, email: true })
    .describe('The record before its first call.'),
  calls: z.array(ScenarioCall).min(1).describe('How the calls to one record end, in order.'),
  expect: z.array(ScenarioExpectation).min(1).describe('What is expected of each call.'),
});
export type Scenario = z.output<typeof Scenario>;

export const ScenariosFile = z.array(Scenario);
