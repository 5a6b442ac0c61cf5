// A callback rule: one trigger (a call has ended, CBR-1), conditions and actions, as named tiles.
import { z } from 'zod';
import { AT_ONCE, Compare, Id, PeriodText } from './basics.ts';

/** How a call ended (CBR-2). */
export const CALL_STATUSES = [
  'answered',
  'not-answered',
  'error',
  'busy',
  'abandoned',
  'voicemail',
] as const;
export const CallStatus = z.enum(CALL_STATUSES);
export type CallStatus = z.output<typeof CallStatus>;

const Target = Id.describe('The tile that follows.');
const next = Target.optional().describe('The tile that follows; without it the rule ends here.');
const note = z.string().max(200).optional().describe('A remark for readers; without effect.');
const outcome = {
  met: Target.describe('The tile that follows when the condition is met.'),
  unmet: Target.describe('The tile that follows when it is not.'),
  note,
};

const CallStatusTile = z.strictObject({
  kind: z.literal('call-status').describe('A path for each status of the call (CBR-2).'),
  paths: z.partialRecord(CallStatus, Target).describe('Call status to tile.'),
  otherwise: Target.optional().describe('For the statuses not named.'),
  note,
});
const PassesTile = z.strictObject({
  kind: z
    .literal('passes')
    .describe('How often the record has come through this tile, this time included (CBR-3).'),
  compare: Compare.describe('The number is compared with this.'),
  ...outcome,
});
const CallsWithStatusTile = z.strictObject({
  kind: z
    .literal('calls-with-status')
    .describe('How many calls of the record ended with one of the statuses (CBR-6).'),
  statuses: z.array(CallStatus).min(1).describe('Calls that ended so are counted.'),
  compare: Compare.describe('The number is compared with this.'),
  ...outcome,
});
const AttemptsTile = z.strictObject({
  kind: z.literal('attempts').describe('How many calls were made to the record (CBR-15).'),
  compare: Compare.describe('The number is compared with this.'),
  ...outcome,
});
const ConnectedTile = z.strictObject({
  kind: z
    .literal('connected')
    .describe('Whether the call connected: answered, abandoned or voicemail (CBR-15).'),
  ...outcome,
});
const ResultTile = z.strictObject({
  kind: z
    .literal('result')
    .describe('The classifier the agent gave to this very call, or none (CBR-15).'),
  paths: z.record(Id, Target).describe('Classifier id, or "none", to tile.'),
  otherwise: Target.optional().describe('For the classifiers not named.'),
  note,
});
const ParameterTile = z.strictObject({
  kind: z
    .literal('parameter')
    .describe('The value of a parameter that a rule added: a path for each value (CBR-15).'),
  of: z
    .enum(['number', 'call'])
    .describe('What carries it: the number, or the call before this one.'),
  name: Id.describe('Its name.'),
  paths: z.record(z.string().min(1).max(200), Target).describe('Value to tile.'),
  otherwise: Target.describe('For other values, and without the parameter.'),
  note,
});
const AvailabilityTile = z.strictObject({
  kind: z.literal('availability').describe('Whether it is within opening hours now (CBR-4).'),
  hours: Id.describe('An id from hours.yaml.'),
  open: Id.describe('The tile that follows within the hours.'),
  closed: Id.describe('The tile that follows outside of them.'),
  note,
});
const PrivacyTile = z.strictObject({
  kind: z.literal('privacy').describe('Whether the record is private to an agent (CBR-5).'),
  private: Id.describe('The tile that follows for a private record.'),
  other: Id.describe('The tile that follows for any other.'),
  note,
});
const RecontactTile = z.strictObject({
  kind: z
    .literal('recontact')
    .describe(
      'Schedules the next call; with a following tile the rule waits for it and goes on there (CBR-7).',
    ),
  after: z
    .union(
      [z.literal('at once').transform(() => AT_ONCE), PeriodText],
      '"at once" or a duration such as "2 h"',
    )
    .describe('How long after this call the next one is due; recall hours may move it (CAM-10).'),
  next,
  note,
});
const CloseRecordTile = z.strictObject({
  kind: z.literal('close-record').describe('Closes the record (CBR-8).'),
  next,
  note,
});
const DeleteContactTile = z.strictObject({
  kind: z
    .literal('delete-contact')
    .describe('Deletes what the record, its calls and its messages tell of the person (CBR-15).'),
  note,
});
const AddParameterTile = z.strictObject({
  kind: z
    .literal('add-parameter')
    .describe('Adds a parameter to the number or to the call (CBR-15).'),
  to: z
    .enum(['number', 'call'])
    .describe('What carries it: the number for good, or this call, until the next one has ended.'),
  name: Id.describe('Its name.'),
  value: z.string().min(1).max(200).describe('Its value.'),
  next,
  note,
});
const SendSmsTile = z.strictObject({
  kind: z.literal('send-sms').describe('Sends a text message to the default number (CBR-12).'),
  from: z
    .union(
      [z.literal('random'), z.string().regex(/^(\+[1-9]\d{6,14}|[A-Za-z0-9]{3,11})$/)],
      '"random", a number such as "+48600100100" or a sender name',
    )
    .describe('"random" own number, one number, or a sender name.'),
  text: z.string().min(1).max(1600).describe('Liquid template over record fields: {{ name }}.'),
  next,
  note,
});
const SendEmailTile = z.strictObject({
  kind: z.literal('send-email').describe('Sends an e-mail to the default address (CBR-11).'),
  mailbox: Id.describe("One of the centre's mailboxes."),
  cc: z.array(z.email()).default([]).describe('Addresses that get a copy.'),
  bcc: z.array(z.email()).default([]).describe('Addresses that get a copy.'),
  subject: z.string().min(1).max(200).describe('Liquid template over record fields.'),
  text: z.string().min(1).max(20_000).describe('Liquid template over record fields.'),
  attachments: z.array(z.string().min(1)).default([]).describe('Files of the folder attachments/.'),
  next,
  note,
});
const EndTile = z.strictObject({
  kind: z
    .literal('end')
    .describe(
      'The rule stops (CBR-9): the record is neither closed nor called again by itself. One that an agent has spoken to and not classified stays unhandled; any other is set aside, until a person closes it or puts it back into the list.',
    ),
  note,
});

export const Tile = z.discriminatedUnion('kind', [
  CallStatusTile,
  PassesTile,
  CallsWithStatusTile,
  AttemptsTile,
  ConnectedTile,
  ResultTile,
  ParameterTile,
  AvailabilityTile,
  PrivacyTile,
  RecontactTile,
  CloseRecordTile,
  DeleteContactTile,
  AddParameterTile,
  SendSmsTile,
  SendEmailTile,
  EndTile,
]);
export type Tile = z.output<typeof Tile>;
export type TileKind = Tile['kind'];
export type TileOf<K extends TileKind> = Extract<Tile, { kind: K }>;

export const Rule = z.strictObject({
  name: z.string().min(1).max(100).describe('Display name.'),
  start: Id.describe('The tile that follows the trigger "a call has ended" (CBR-1).'),
  tiles: z.record(Id, Tile).describe('The tiles by id: conditions and actions.'),
});
export type Rule = z.output<typeof Rule>;
