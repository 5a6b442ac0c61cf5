// An IVR: what a caller hears and may do, as named blocks, one kind per row IVR-1 to IVR-24 of the
// requirements. It compiles to Amazon Connect flows. Every IVR starts at its one block of kind
// `answer`.
import { z } from 'zod';
import { ApiRequest, ValueName } from './api-request.ts';
import { COMPARISONS, Duration, Email, Id, Language, Phone } from './basics.ts';

const Target = Id.describe('The block that follows.');
const next = Target;
const note = z.string().max(200).optional().describe('A remark for readers; without effect.');

/** What a caller hears: a text spoken in the IVR's voice, or a recording. */
export const Say = z
  .union(
    [
      z.string().min(1).max(3000),
      z.strictObject({
        recording: z
          .string()
          .regex(/^[A-Za-z0-9._-]+\.wav$/, 'a WAV file of the folder recordings/')
          .describe('A WAV file of the folder recordings/ (8 kHz, mono, µ-law).'),
      }),
    ],
    'a text, or { recording: file.wav }',
  )
  .describe('A text, which may hold values such as {{ order-state }}, or { recording: file.wav }.');
export type Say = z.output<typeof Say>;

/** Seconds until the first key: Connect takes 1 to 180. */
const FirstKey = Duration.refine((wait) => wait >= 1 && wait <= 180, 'from 1 s to 180 s');
const wait = FirstKey.default(5).describe(
  'How long the caller may take for the first key; 5 s when missing.',
);
const digits = z
  .int()
  .min(1)
  .max(20)
  .describe('The most digits the caller may key; # ends the entry.');

const AnswerBlock = z.strictObject({
  kind: z.literal('answer').describe('The call is picked up; every IVR starts here (IVR-1).'),
  next,
  note,
});
const ApiLoginBlock = z.strictObject({
  kind: z
    .literal('api-login')
    .describe('Fetches a token from an external system during the call (IVR-2).'),
  request: ApiRequest,
  token: z
    .string()
    .regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/, 'a place in the answer such as "auth.token"')
    .describe('Where the token stands in the JSON answer, e.g. auth.token.'),
  next,
  failed: Target.describe('The block that follows when no token came.'),
  note,
});
const ApiRequestBlock = z.strictObject({
  kind: z
    .literal('api-request')
    .describe('Sends a request to an external service and keeps values of its answer (IVR-3).'),
  login: Id.optional().describe(
    'A block of kind api-login whose token goes along as "Authorization: Bearer".',
  ),
  request: ApiRequest,
  save: z
    .record(
      ValueName,
      z.string().regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/, 'a place such as "order.state"'),
    )
    .default({})
    .describe('Value name to its place in the JSON answer, e.g. order-state: order.state.'),
  next,
  failed: Target.describe('The block that follows when the service did not answer with success.'),
  note,
});
const ApiConditionBlock = z.strictObject({
  kind: z
    .literal('api-condition')
    .describe('A path for every value the service may have answered (IVR-4).'),
  value: ValueName.describe('A value that an api-request saved.'),
  paths: z.record(z.string().min(1), Target).describe('Value to block.'),
  otherwise: Target.describe('For values not named, and when there is none.'),
  note,
});
const AuthoriseBlock = z.strictObject({
  kind: z
    .literal('authorise')
    .describe(
      'Recognises the record: by what the caller keys, or by the number they call from (IVR-5, INB-14).',
    ),
  ask: Say.optional().describe('Asks the caller for digits; without it their number counts.'),
  digits: digits.optional(),
  field: Id.optional().describe('The record field the digits must equal; needs `ask`.'),
  wait,
  tries: z.int().min(1).max(5).default(1).describe('How often the caller is asked.'),
  success: Target.describe('The block that follows for a recognised caller.'),
  failure: Target.describe('The block that follows for anybody else.'),
  note,
});
const AuthoriseTicketBlock = z.strictObject({
  kind: z
    .literal('authorise-ticket')
    .describe('The caller keys in the id of a ticket, which the agent is shown (IVR-6).'),
  ask: Say,
  digits: digits.default(12),
  wait,
  next,
  none: Target.describe('The block that follows when nothing was keyed.'),
  note,
});
const AvailabilityBlock = z.strictObject({
  kind: z.literal('availability').describe('Whether it is within opening hours now (IVR-7).'),
  hours: Id.describe('An id from hours.yaml; exceptions by date are part of it.'),
  open: Target.describe('The block that follows within the hours.'),
  closed: Target.describe('The block that follows outside of them.'),
  note,
});
const DialBlock = z.strictObject({
  kind: z.literal('dial').describe('Forwards the call to an outside number (IVR-8).'),
  number: Phone.describe('The number, in international form.'),
  ringFor: Duration.refine((ring) => ring >= 1 && ring <= 600, 'from 1 s to 600 s')
    .default(30)
    .describe('How long it rings; 30 s when missing.'),
  callerId: Id.optional().describe("An own number to show; the caller's own without it."),
  next: Target.describe('The block that follows when the other side has hung up.'),
  failed: Target.describe('The block that follows when nobody answered.'),
  note,
});
const SmallWindowBlock = z.strictObject({
  kind: z
    .literal('small-window')
    .describe('The agent gets a small window instead of the full record (IVR-9).'),
  next,
  note,
});
const RouteBySourceBlock = z.strictObject({
  kind: z.literal('route-by-source').describe("Whether the caller's number is on a list (IVR-10)."),
  numbers: z
    .array(z.string().regex(/^\+[1-9]\d{0,14}\*?$/, 'a number such as "+48221234567" or "+4822*"'))
    .min(1)
    .describe('Numbers in international form; a star at the end stands for any further digits.'),
  match: Target.describe('The block that follows for a number of the list.'),
  otherwise: Target.describe('For any other, and for withheld numbers.'),
  note,
});
const RouteByDestinationBlock = z.strictObject({
  kind: z
    .literal('route-by-destination')
    .describe('A path for each own number that was dialed (IVR-11).'),
  paths: z.record(Id, Target).describe('Id of an own number to block.'),
  otherwise: Target.describe('For numbers not named.'),
  note,
});
const RouteByIdentityBlock = z.strictObject({
  kind: z
    .literal('route-by-identity')
    .describe("Whether the caller's number belongs to one record, several or none (IVR-12)."),
  one: Target.describe('One record has the number.'),
  several: Target.describe('Several records have it.'),
  none: Target.describe('No record has it, or the number is withheld.'),
  note,
});
const QueueBlock = z.strictObject({
  kind: z.literal('queue').describe('The caller waits for a free agent (IVR-13).'),
  queue: Id.describe('An id from queues.yaml.'),
  wait: Duration.optional().describe("The longest wait; the queue's own `callerWait` without it."),
  announcements: z
    .array(Say)
    .max(10)
    .default([])
    .describe('Heard while waiting, in turn, with music between them.'),
  every: Duration.refine((every) => every >= 20 && every <= 600, 'from 20 s to 600 s')
    .default(30)
    .describe('Time between announcements, 30 s when missing; in a queue with music, its length.'),
  next: Target.describe(
    'The block that follows when nobody took the call in time. The caller keeps the place in the queue meanwhile.',
  ),
  full: Target.optional().describe('The block that follows when the queue is full; else `next`.'),
  note,
});
const MenuBlock = z.strictObject({
  kind: z.literal('menu').describe('The caller chooses with a key: 0-9, * and # (IVR-14).'),
  say: Say,
  keys: z
    .partialRecord(z.enum(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#']), Target)
    .describe('Key to block; quote them: "1".'),
  repeats: z
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe(
      'How often the menu is said again before `wrong` or `none`; wrong keys and silences are counted apart.',
    ),
  wait,
  wrong: Target.describe('The block that follows a key that is not offered.'),
  none: Target.describe('The block that follows when no key was pressed.'),
  note,
});
const NoSurveyBlock = z.strictObject({
  kind: z.literal('no-survey').describe('No survey after this call (IVR-15).'),
  next,
  note,
});
const ExtensionBlock = z.strictObject({
  kind: z
    .literal('extension')
    .describe("The caller keys in an agent's extension: centre.yaml, `extensions` (IVR-16)."),
  ask: Say,
  digits: digits.default(4),
  wait,
  ringFor: Duration.default(30).describe('How long the caller waits for that agent; 30 s.'),
  none: Target.describe('The block that follows when nothing was keyed.'),
  wrong: Target.describe('The block that follows when nobody has the extension.'),
  unavailable: Target.optional().describe(
    'The block that follows when the agent did not take the call; else `wrong`.',
  ),
  note,
});
const PriorityBlock = z.strictObject({
  kind: z
    .literal('priority')
    .describe("Raises or lowers the call's priority; counts once however often passed (IVR-17)."),
  by: z.int().min(-100).max(100).describe('-100 to 100; higher is served earlier.'),
  next,
  note,
});
const OverflowBlock = z.strictObject({
  kind: z
    .literal('overflow')
    .describe('So many calls in one path at once; the next one takes the other (IVR-18).'),
  most: z.int().min(0).max(500).describe('Calls in the path at once.'),
  within: Target.describe('The block that follows while there is room.'),
  over: Target.describe('The block that follows when there is none.'),
  note,
});
const ConditionBlock = z.strictObject({
  kind: z.literal('condition').describe('Compares a value of the call (IVR-19).'),
  value: ValueName.describe('A value that an api-request saved, or one every call has.'),
  is: z.enum([...COMPARISONS, 'starts-with', 'contains']).default('='),
  to: z.union([z.string().min(1), z.number()]).describe('What it is compared with.'),
  met: Target.describe('The block that follows when it is true.'),
  unmet: Target.describe('The block that follows when it is not.'),
  note,
});
const DisconnectBlock = z.strictObject({
  kind: z.literal('disconnect').describe('Hangs up (IVR-20).'),
  note,
});
const AnnouncementBlock = z.strictObject({
  kind: z.literal('announcement').describe('Plays a text or a recording (IVR-21).'),
  say: Say,
  next,
  note,
});
const JumpBlock = z.strictObject({
  kind: z.literal('jump').describe('Goes on at another block (IVR-22).'),
  to: Target,
  note,
});
const VoicemailBlock = z.strictObject({
  kind: z.literal('voicemail').describe('Takes a message and e-mails it (IVR-23, INB-6).'),
  say: Say.optional().describe("Said before the tone; the system's own words without it (INB-7)."),
  to: Email.optional().describe("Where it is sent; the campaign's `voicemail.to` without it."),
  longest: Duration.refine((long) => long >= 5 && long <= 180, 'from 5 s to 180 s')
    .default(60)
    .describe('The longest message; 60 s when missing.'),
  next: Target.describe('The block that follows when the caller stays on the line.'),
  note,
});
const CallbackBlock = z.strictObject({
  kind: z
    .literal('callback')
    .describe('Asks for or sets a call back: a recall on the record (IVR-24, INB-13).'),
  ask: Say.optional().describe('Asks the caller to press 1; without it the call back is just set.'),
  number: z
    .enum(['caller', 'ask'])
    .default('caller')
    .describe('Calls back the number called from, or one the caller keys.'),
  after: Duration.default(0).describe('Not earlier than this; at once when missing.'),
  next: Target.describe('The block that follows when the call back is set.'),
  declined: Target.optional().describe('The block that follows without a 1; needs `ask`.'),
  failed: Target.optional().describe(
    'The block that follows when no call back is possible (withheld number); else `next`.',
  ),
  note,
});

export const Block = z.discriminatedUnion('kind', [
  AnswerBlock,
  ApiLoginBlock,
  ApiRequestBlock,
  ApiConditionBlock,
  AuthoriseBlock,
  AuthoriseTicketBlock,
  AvailabilityBlock,
  DialBlock,
  SmallWindowBlock,
  RouteBySourceBlock,
  RouteByDestinationBlock,
  RouteByIdentityBlock,
  QueueBlock,
  MenuBlock,
  NoSurveyBlock,
  ExtensionBlock,
  PriorityBlock,
  OverflowBlock,
  ConditionBlock,
  DisconnectBlock,
  AnnouncementBlock,
  JumpBlock,
  VoicemailBlock,
  CallbackBlock,
]);
export type Block = z.output<typeof Block>;
export type BlockKind = Block['kind'];
export type BlockOf<K extends BlockKind> = Extract<Block, { kind: K }>;

export const Ivr = z.strictObject({
  name: z.string().min(1).max(100).describe('Display name.'),
  language: Language.optional().describe(
    "Language of its texts and voice; the centre's first when missing.",
  ),
  voice: z
    .strictObject({
      id: z.string().regex(/^[A-Z][A-Za-z]+$/, 'an Amazon Polly voice such as Ola'),
      engine: z.enum(['Standard', 'Neural', 'Generative']).default('Neural'),
    })
    .optional()
    .describe('An Amazon Polly voice; one that fits the language when missing.'),
  blocks: z.record(Id, Block).describe('The blocks by id; one of them is of kind answer.'),
});
export type Ivr = z.output<typeof Ivr>;
