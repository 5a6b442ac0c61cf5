// Tests of an IVR, written beside it in ivrs/<id>.test.yaml: somebody calls, hears, presses and
// waits, and the blocks the call is expected to pass (NEW-3).
import { z } from 'zod';
import { Email, Id, seconds } from './basics.ts';

const LOCAL = String.raw`\d{4}-\d{2}-\d{2}[T ]([01]\d|2[0-3]):[0-5]\d`;
const USER = '[A-Za-z0-9._@-]{1,64}';
const LENGTH = String.raw`\d+ ?(?:s|min|h)`;

export const CallTime = z
  .string()
  .regex(new RegExp(`^${LOCAL}$`), 'a local date and time such as 2026-12-24T15:00');

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
    `an action of the caller: ${ACTS}`,
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
  weight: z.int().min(-100).max(100).default(0).describe('Weight of the record.'),
  lastAgent: UserName.optional().describe('The agent of its last conversation.'),
  privateTo: UserName.optional().describe('The agent to whom the record is private.'),
});

const Answer = z
  .union(
    [
      z.literal('failed'),
      z.record(z.string(), z.unknown()),
      z.array(z.union([z.literal('failed'), z.record(z.string(), z.unknown())])).min(1),
    ],
    'a JSON response, "failed", or a list of them, one for each request',
  )
  .describe('The response of the service to the request of this block.');

export const Given = z.strictObject({
  campaign: Id.optional().describe('The campaign; by default the first that uses the IVR.'),
  records: z.array(GivenRecord).default([]).describe('The records of the campaign.'),
  agents: z
    .array(UserName)
    .optional()
    .describe('Agents who are logged in; by default all of the centre.'),
  full: z.array(Id).default([]).describe('Queues that are full.'),
  over: z.array(Id).default([]).describe('Overflow blocks whose limit is reached.'),
  answers: z
    .record(Id, Answer)
    .default({})
    .describe('Responses by block of kind api-login or api-request, or for `authorisation`.'),
  outside: z
    .enum(['answers', 'no answer'])
    .default('answers')
    .describe('What happens to a call that is forwarded to an external number.'),
});

const ENDINGS = ['agent', 'waiting', 'disconnected', 'hung-up', 'voicemail', 'forwarded'] as const;

const Callback = z
  .string()
  .regex(
    new RegExp(`^(none|set|${LOCAL})$`),
    '"none", "set" or a local time such as 2026-03-02T11:00',
  )
  .describe('The callback that the call results in: none, set, or due at a local date and time.');

const Expect = z.strictObject({
  path: BlockPath.optional(),
  hears: z
    .array(z.string().min(1))
    .optional()
    .describe('Parts of what the caller hears, in order; recordings by file name.'),
  queue: z
    .union([z.literal('none'), Id])
    .optional()
    .describe('The last queue the caller reached.'),
  priority: z
    .int()
    .min(1)
    .max(10)
    .optional()
    .describe("Connect's priority in that queue: 1 is served first, 10 last."),
  agent: UserName.optional().describe('The agent who answered, or for whom the call was reserved.'),
  message: z.boolean().optional().describe('Whether a message was left.'),
  ends: z
    .enum(ENDINGS)
    .optional()
    .describe(
      'agent: an agent answered · waiting: still in the queue · disconnected: the IVR hung up · hung-up: the caller hung up · voicemail: the caller hung up after leaving a message · forwarded: connected to an external number.',
    ),
  callback: Callback.optional(),
  record: z
    .enum(['known', 'new'])
    .optional()
    .describe('Whether the call belongs to a record under `given` (known) or to a new one.'),
  survey: z.boolean().optional().describe('Whether the survey follows.'),
  window: z.enum(['full', 'small']).optional().describe('The window shown to the agent.'),
  ticket: z.string().optional().describe('The ticket id that was keyed in.'),
});

export const IvrTest = z.strictObject({
  name: z.string().min(1).max(200).describe('A sentence that describes what is expected.'),
  given: Given.prefault({}).describe('The situation before the call.'),
  call: z
    .strictObject({
      at: CallTime.default('2026-03-02T10:00').describe(
        'When the call arrives; by default Monday 2026-03-02T10:00.',
      ),
      from: From.default('+48500000000').describe('The number of the caller, or withheld.'),
      to: Id.optional().describe(
        'The number that was called; by default the first of the campaign.',
      ),
    })
    .prefault({})
    .describe('Who calls, when, and which number.'),
  does: z
    .array(Act)
    .default([])
    .describe(
      `What the caller does, in order: ${ACTS}. After the last item, the caller hangs up when asked for a key, and otherwise stays on the line.`,
    ),
  expect: Expect,
});
export type IvrTest = z.output<typeof IvrTest>;
export type IvrExpectation = z.output<typeof Expect>;
export type IvrEnding = (typeof ENDINGS)[number];

export const IvrTestsFile = z.array(IvrTest);
