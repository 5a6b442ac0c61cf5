// Tests of an IVR, written beside it in ivrs/<id>.test.yaml: somebody calls, hears, presses and
// waits, and the blocks the call is expected to pass (NEW-3).
import { z } from 'zod';
import { Email, Id, seconds } from './basics.ts';

const LOCAL = String.raw`\d{4}-\d{2}-\d{2}[T ]([01]\d|2[0-3]):[0-5]\d`;
const USER = '[A-Za-z0-9._@-]{1,64}';
const LENGTH = String.raw`\d+ ?(?:s|min|h)`;

export const CallTime = z
  .string()
  .regex(new RegExp(`^${LOCAL}$`), 'a local day and time such as 2026-12-24T15:00');

/** A number without spaces, or this word. */
export const WITHHELD = 'withheld';

export const From = z
  .string()
  .regex(/^(withheld|\+[1-9][\d ]{6,20})$/, '"withheld" or a number such as "+48 500 000 000"')
  .transform((text) => text.replaceAll(' ', ''));

const UserName = z.string().regex(new RegExp(`^${USER}$`), 'a user name');

/** What the caller, or somebody they are connected with, does. */
export type CallerAct =
  | { readonly kind: 'presses'; readonly keys: string }
  | { readonly kind: 'says-nothing' }
  | { readonly kind: 'waits'; readonly seconds: number }
  | { readonly kind: 'leaves-message'; readonly seconds: number }
  | { readonly kind: 'is-answered'; readonly by: string | undefined; readonly seconds: number }
  | { readonly kind: 'hangs-up' };

/** What is written, and what it means. */
const FORMS: readonly (readonly [form: string, read: (found: readonly string[]) => CallerAct])[] = [
  ['(?:presses|keys) ([0-9*#]{1,30})', ([, keys = '']) => ({ kind: 'presses', keys })],
  ['says nothing', () => ({ kind: 'says-nothing' })],
  [`waits (${LENGTH})`, ([, text = '']) => ({ kind: 'waits', seconds: seconds(text) })],
  [
    `leaves a message of (${LENGTH})`,
    ([, text = '']) => ({ kind: 'leaves-message', seconds: seconds(text) }),
  ],
  [
    `is answered(?: by (${USER}))?(?: for (${LENGTH}))?`,
    ([, by, text]) => ({
      kind: 'is-answered',
      by,
      seconds: text === undefined ? 60 : seconds(text),
    }),
  ],
  ['hangs up', () => ({ kind: 'hangs-up' })],
];

const ACTS =
  '"presses 2", "keys 1234#", "says nothing", "waits 90 s", "leaves a message of 10 s", "is answered", "is answered by anna for 2 min" or "hangs up"';

const Act = z
  .string()
  .regex(
    new RegExp(`^(?:${FORMS.map(([form]) => form).join('|')})$`),
    `what a caller does: ${ACTS}`,
  )
  .transform(readAct);

function readAct(text: string): CallerAct {
  for (const [form, read] of FORMS) {
    const found = new RegExp(`^${form}$`).exec(text);
    if (found) return read(found);
  }
  return { kind: 'hangs-up' };
}

const BlockPath = z
  .union(
    [
      z.string().transform((text) =>
        text
          .split('>')
          .map((part) => part.trim())
          .filter((part) => part !== ''),
      ),
      z.array(Id),
    ],
    'blocks such as "answer > menu > queue", or a list',
  )
  .describe('The blocks passed, in order.');

const GivenRecord = z.strictObject({
  phone: z
    .string()
    .regex(/^\+[1-9][\d ]{6,20}$/, 'a number such as "+48 500 000 000"')
    .transform((text) => text.replaceAll(' ', ''))
    .describe('Its number, in international form.'),
  fields: z.record(Id, z.string()).default({}).describe('Record fields.'),
  email: Email.optional(),
  weight: z.int().min(0).max(100).default(0).describe('Weight of the record (PRI-3).'),
  lastAgent: UserName.optional().describe('The agent of its last conversation (INB-10).'),
  privateTo: UserName.optional().describe('The agent whose private record it is (INB-11).'),
});

const Answer = z
  .union(
    [
      z.literal('failed'),
      z.record(z.string(), z.unknown()),
      z.array(z.union([z.literal('failed'), z.record(z.string(), z.unknown())])).min(1),
    ],
    'a JSON answer, "failed", or a list of them, one for each time',
  )
  .describe('What the service answers to the request of this block.');

export const Given = z.strictObject({
  campaign: Id.optional().describe('Without it the first campaign that uses the IVR.'),
  records: z.array(GivenRecord).default([]).describe('Records of the campaign.'),
  agents: z
    .array(UserName)
    .optional()
    .describe('Agents who are logged in; all of the centre without it.'),
  full: z.array(Id).default([]).describe('Queues in which nobody else fits.'),
  over: z.array(Id).default([]).describe('Overflow blocks whose path is taken up (IVR-18).'),
  answers: z
    .record(Id, Answer)
    .default({})
    .describe('Block of kind api-login or api-request, or `authorisation`, to the answer.'),
  outside: z
    .enum(['answers', 'no answer'])
    .default('answers')
    .describe('What becomes of a call forwarded to an outside number (IVR-8).'),
});

const ENDINGS = ['agent', 'waiting', 'disconnected', 'hung-up', 'voicemail', 'forwarded'] as const;

const Callback = z
  .string()
  .regex(
    new RegExp(`^(none|set|${LOCAL})$`),
    '"none", "set" or a local time such as 2026-03-02T11:00',
  )
  .describe('The call back that the call leaves behind: none, set, or due at a local time.');

const Expect = z.strictObject({
  path: BlockPath.optional(),
  hears: z
    .array(z.string().min(1))
    .optional()
    .describe('Parts of what the caller hears, in order; a recording by its file name.'),
  queue: z
    .union([z.literal('none'), Id])
    .optional()
    .describe('The queue the caller came to last.'),
  priority: z
    .int()
    .min(1)
    .max(10)
    .optional()
    .describe("Connect's priority in that queue: 1 is served first, 10 last."),
  agent: UserName.optional().describe('Who took the call, or for whom it was kept first.'),
  message: z.boolean().optional().describe('Whether a message was left.'),
  ends: z
    .enum(ENDINGS)
    .optional()
    .describe(
      'agent: somebody took the call · waiting: still in the queue · disconnected: the IVR hung up · hung-up: the caller did · voicemail: the caller hung up on the message · forwarded: connected outside.',
    ),
  callback: Callback.optional(),
  record: z
    .enum(['known', 'new'])
    .optional()
    .describe('Whether the call belongs to a record given, or to a new one.'),
  survey: z.boolean().optional().describe('Whether the survey would follow (IVR-15).'),
  window: z.enum(['full', 'small']).optional().describe("The agent's window (IVR-9)."),
  ticket: z.string().optional().describe('The ticket id that was keyed (IVR-6); none without.'),
});

export const IvrTest = z.strictObject({
  name: z.string().min(1).max(200).describe('A sentence about what is expected.'),
  given: Given.prefault({}).describe('What is so before the call.'),
  call: z
    .strictObject({
      at: CallTime.default('2026-03-02T10:00').describe(
        'When the call comes; Monday 2026-03-02T10:00 without.',
      ),
      from: From.default('+48500000000').describe('The number that calls, or withheld.'),
      to: Id.optional().describe("The own number dialed; the campaign's first without it."),
    })
    .prefault({})
    .describe('Who calls, when and where.'),
  does: z
    .array(Act)
    .default([])
    .describe(
      `What the caller does, in order: ${ACTS}. Who has nothing more to do hangs up where a key is asked for, and stays where one waits.`,
    ),
  expect: Expect,
});
export type IvrTest = z.output<typeof IvrTest>;
export type IvrExpectation = z.output<typeof Expect>;
export type IvrEnding = (typeof ENDINGS)[number];

export const IvrTestsFile = z.array(IvrTest);
