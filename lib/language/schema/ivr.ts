// An IVR: what a caller hears and may do, as named blocks, one kind per row IVR-1 to IVR-24 of the
// requirements. It compiles to Amazon Connect flows. Every IVR starts at its one block of kind
// `answer`.
import { z } from 'zod';
import { ApiRequest, ValueName } from './api-request.ts';
import { COMPARISONS, Duration, Email, Id, Language, Phone, RecordingFile } from './basics.ts';

const Target = Id.describe('The next block.');
const next = Target;
const note = z.string().max(200).optional().describe('A note for readers; it has no effect.');

/** What a caller hears: a text spoken in the IVR's voice, or a recording. */
export const Say = z
  .union(
    [
      z.string().min(1).max(3000),
      z.strictObject({
        recording: RecordingFile.describe(
          'A file in the folder recordings/: WAV (8 kHz, mono, µ-law) or MP3.',
        ),
      }),
    ],
    'a text, or { recording: file.wav }',
  )
  .describe(
    'A text, which may contain values such as {{ order-state }}, or { recording: file.wav }.',
  );
export type Say = z.output<typeof Say>;

/** Seconds until the first key: Connect takes 1 to 180. */
const FirstKey = Duration.refine((wait) => wait >= 1 && wait <= 180, 'from 1 s to 180 s');
const wait = FirstKey.default(5).describe('How long to wait for the first key; 5 s by default.');
const digits = z
  .int()
  .min(1)
  .max(20)
  .describe('The longest entry, in digits; # ends the entry early.');

const AnswerBlock = z.strictObject({
  kind: z.literal('answer').describe('Answers the call; every IVR starts here.'),
  next,
  note,
});
const ApiLoginBlock = z.strictObject({
  kind: z.literal('api-login').describe('Fetches a token from an external system during the call.'),
  request: ApiRequest,
  token: z
    .string()
    .regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/, 'a path in the response such as "auth.token"')
    .describe('Path of the token in the JSON response, such as auth.token.'),
  next,
  failed: Target.describe('The next block if no token was obtained.'),
  note,
});
const ApiRequestBlock = z.strictObject({
  kind: z
    .literal('api-request')
    .describe('Sends a request to an external service and saves values from the response.'),
  login: Id.optional().describe(
    'A block of kind api-login whose token is sent as "Authorization: Bearer".',
  ),
  request: ApiRequest,
  save: z
    .record(
      ValueName,
      z.string().regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/, 'a path such as "order.state"'),
    )
    .default({})
    .describe(
      'Values to save, each with its path in the JSON response, such as order-state: order.state.',
    ),
  next,
  failed: Target.describe('The next block if the request did not succeed.'),
  note,
});
const ApiConditionBlock = z.strictObject({
  kind: z.literal('api-condition').describe('Branches on a value that a service returned.'),
  value: ValueName.describe('A value saved by an api-request.'),
  paths: z.record(z.string().min(1), Target).describe('The next block for each value.'),
  otherwise: Target.describe('The next block for any other value, or none.'),
  note,
});
const AuthoriseBlock = z.strictObject({
  kind: z
    .literal('authorise')
    .describe(
      "Identifies the caller's record by digits they key in, or by the number they call from.",
    ),
  ask: Say.optional().describe(
    'Asks the caller for digits; without it the number they call from is used.',
  ),
  digits: digits.optional(),
  field: Id.optional().describe('The record field that the digits must match; requires `ask`.'),
  wait,
  tries: z.int().min(1).max(5).default(1).describe('How many times the caller is asked.'),
  success: Target.describe('The next block if the caller was identified.'),
  failure: Target.describe('The next block otherwise.'),
  note,
});
const AuthoriseTicketBlock = z.strictObject({
  kind: z
    .literal('authorise-ticket')
    .describe('The caller keys in the id of a ticket, which is shown to the agent.'),
  ask: Say,
  digits: digits.default(12),
  wait,
  next,
  none: Target.describe('The next block if nothing was keyed in.'),
  note,
});
const AvailabilityBlock = z.strictObject({
  kind: z.literal('availability').describe('Branches on whether it is within opening hours.'),
  hours: Id.describe('An id from hours.yaml; exceptions by date apply as well.'),
  open: Target.describe('The next block within the hours.'),
  closed: Target.describe('The next block outside the hours.'),
  note,
});
const DialBlock = z.strictObject({
  kind: z.literal('dial').describe('Forwards the call to an external number.'),
  number: Phone.describe('The number, in international form.'),
  ringFor: Duration.refine((ring) => ring >= 1 && ring <= 600, 'from 1 s to 600 s')
    .default(30)
    .describe('How long it rings; 30 s by default.'),
  callerId: Id.optional().describe(
    "A number of the centre to show; by default the caller's number.",
  ),
  next: Target.describe('The next block once the other party hangs up.'),
  failed: Target.describe('The next block if nobody answered.'),
  note,
});
const SmallWindowBlock = z.strictObject({
  kind: z
    .literal('small-window')
    .describe('Shows the agent a small window instead of the full record.'),
  next,
  note,
});
const RouteBySourceBlock = z.strictObject({
  kind: z
    .literal('route-by-source')
    .describe("Branches on whether the caller's number is on a list."),
  numbers: z
    .array(z.string().regex(/^\+[1-9]\d{0,14}\*?$/, 'a number such as "+48221234567" or "+4822*"'))
    .min(1)
    .describe(
      'Numbers in international form; an asterisk at the end stands for any further digits.',
    ),
  match: Target.describe('The next block for a number on the list.'),
  otherwise: Target.describe('The next block for any other number, and for a withheld one.'),
  note,
});
const RouteByDestinationBlock = z.strictObject({
  kind: z.literal('route-by-destination').describe('Branches on the number that was called.'),
  paths: z.record(Id, Target).describe('The next block for each number of the centre.'),
  otherwise: Target.describe('The next block for any other number.'),
  note,
});
const RouteByIdentityBlock = z.strictObject({
  kind: z
    .literal('route-by-identity')
    .describe("Branches on whether the caller's number belongs to one record, several or none."),
  one: Target.describe('The next block if one record has the number.'),
  several: Target.describe('The next block if several records have it.'),
  none: Target.describe('The next block if no record has it, or the number is withheld.'),
  note,
});
const QueueBlock = z.strictObject({
  kind: z.literal('queue').describe('The caller waits for a free agent.'),
  queue: Id.describe('An id from queues.yaml.'),
  wait: Duration.optional().describe('The longest wait; by default the `callerWait` of the queue.'),
  announcements: z
    .array(Say)
    .max(10)
    .default([])
    .describe('Played while waiting, in turn, with music between them.'),
  every: Duration.refine((every) => every >= 20 && every <= 600, 'from 20 s to 600 s')
    .default(30)
    .describe(
      'Time between announcements; 30 s by default. In a queue with music, the length of the music.',
    ),
  next: Target.describe(
    'The next block if no agent answered in time. The caller keeps their place in the queue meanwhile.',
  ),
  full: Target.optional().describe('The next block if the queue is full; by default `next`.'),
  note,
});
const MenuBlock = z.strictObject({
  kind: z.literal('menu').describe('Lets the caller choose with a key: 0-9, * and #.'),
  say: Say,
  keys: z
    .partialRecord(z.enum(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#']), Target)
    .describe('The next block for each key; keys in quotes: "1".'),
  repeats: z
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe(
      'How often the menu is repeated before `wrong` or `none`; wrong keys and silence are counted separately.',
    ),
  wait,
  wrong: Target.describe('The next block after a key that is not offered.'),
  none: Target.describe('The next block if no key was pressed.'),
  note,
});
const NoSurveyBlock = z.strictObject({
  kind: z.literal('no-survey').describe('Skips the survey after this call.'),
  next,
  note,
});
const ExtensionBlock = z.strictObject({
  kind: z
    .literal('extension')
    .describe('The caller keys in the extension of an agent: see `extensions` in centre.yaml.'),
  ask: Say,
  digits: digits.default(4),
  wait,
  ringFor: Duration.default(30).describe(
    'How long the caller waits for that agent; 30 s by default.',
  ),
  none: Target.describe('The next block if nothing was keyed in.'),
  wrong: Target.describe('The next block if no agent has the extension.'),
  unavailable: Target.optional().describe(
    'The next block if the agent did not answer; by default `wrong`.',
  ),
  note,
});
const PriorityBlock = z.strictObject({
  kind: z
    .literal('priority')
    .describe(
      'Raises or lowers the priority of the call; it takes effect once, even if passed again.',
    ),
  by: z.int().min(-100).max(100).describe('-100 to 100; higher values are served earlier.'),
  next,
  note,
});
const OverflowBlock = z.strictObject({
  kind: z
    .literal('overflow')
    .describe(
      'Limits how many calls may be in one path at the same time; the next call takes the other path.',
    ),
  most: z.int().min(0).max(500).describe('How many calls may be in the path at the same time.'),
  within: Target.describe('The next block below the limit.'),
  over: Target.describe('The next block at the limit.'),
  note,
});
const ConditionBlock = z.strictObject({
  kind: z.literal('condition').describe('Branches on a comparison with a value of the call.'),
  value: ValueName.describe('A value saved by an api-request, or one that every call has.'),
  is: z.enum([...COMPARISONS, 'starts-with', 'contains']).default('='),
  to: z.union([z.string().min(1), z.number()]).describe('What the value is compared with.'),
  met: Target.describe('The next block if the comparison holds.'),
  unmet: Target.describe('The next block if it does not.'),
  note,
});
const DisconnectBlock = z.strictObject({
  kind: z.literal('disconnect').describe('Hangs up.'),
  note,
});
const AnnouncementBlock = z.strictObject({
  kind: z.literal('announcement').describe('Plays a text or a recording.'),
  say: Say,
  next,
  note,
});
const JumpBlock = z.strictObject({
  kind: z.literal('jump').describe('Continues at another block.'),
  to: Target,
  note,
});
const VoicemailBlock = z.strictObject({
  kind: z.literal('voicemail').describe('Records a message and e-mails it.'),
  say: Say.optional().describe('Played before the tone; by default the system announcement.'),
  to: Email.optional().describe(
    'Where the message is sent; by default to `voicemail.to` of the campaign.',
  ),
  longest: Duration.refine((long) => long >= 5 && long <= 180, 'from 5 s to 180 s')
    .default(60)
    .describe('The longest message; 60 s by default.'),
  next: Target.describe('The next block if the caller stays on the line.'),
  note,
});
const CallbackBlock = z.strictObject({
  kind: z.literal('callback').describe('Offers or schedules a callback: a recall of the record.'),
  ask: Say.optional().describe(
    'Asks the caller to press 1; without it the callback is scheduled unasked.',
  ),
  number: z
    .enum(['caller', 'ask'])
    .default('caller')
    .describe(
      'caller: calls back the number they call from · ask: calls back a number they key in.',
    ),
  after: Duration.default(0).describe('The earliest time of the callback; at once by default.'),
  next: Target.describe('The next block once the callback is scheduled.'),
  declined: Target.optional().describe(
    'The next block if the caller does not press 1; requires `ask`.',
  ),
  failed: Target.optional().describe(
    'The next block if no callback is possible (withheld number); by default `next`.',
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
    'Language of its texts and voice; by default the first of the centre.',
  ),
  voice: z
    .strictObject({
      id: z.string().regex(/^[A-Z][A-Za-z]+$/, 'an Amazon Polly voice such as Ola'),
      engine: z.enum(['Standard', 'Neural', 'Generative']).default('Neural'),
    })
    .optional()
    .describe('An Amazon Polly voice; by default one that fits the language.'),
  blocks: z.record(Id, Block).describe('The blocks by id; exactly one is of kind answer.'),
});
export type Ivr = z.output<typeof Ivr>;
