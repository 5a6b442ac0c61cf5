// A callback rule: one trigger (a call has ended, CBR-1), conditions and actions, as named tiles.
import { z } from 'zod';
import { AT_ONCE, Compare, Id, PeriodText } from './basics.ts';
import { EmailToSend, TextToSend } from './message.ts';

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

const Target = Id.describe('The next tile.');
const next = Target.optional().describe('The next tile; without it the rule ends here.');
/** What every tile may have. */
const forReaders = {
  label: z
    .string()
    .min(1)
    .max(60)
    .optional()
    .describe('What people call the tile, on timelines; its id without it.'),
  note: z.string().max(200).optional().describe('A note for readers; it has no effect.'),
};
const outcome = {
  met: Target.describe('The next tile if the condition is met.'),
  unmet: Target.describe('The next tile if it is not.'),
  ...forReaders,
};

const CallStatusTile = z.strictObject({
  kind: z.literal('call-status').describe('Branches on the status of the call.'),
  paths: z.partialRecord(CallStatus, Target).describe('The next tile for each call status.'),
  otherwise: Target.optional().describe('The next tile for the other statuses.'),
  ...forReaders,
});
const PassesTile = z.strictObject({
  kind: z
    .literal('passes')
    .describe('How often the record has passed this tile, including this time.'),
  compare: Compare.describe('What the number is compared with.'),
  ...outcome,
});
const CallsWithStatusTile = z.strictObject({
  kind: z
    .literal('calls-with-status')
    .describe('How many calls to the record ended with one of the statuses.'),
  statuses: z.array(CallStatus).min(1).describe('The statuses that count.'),
  compare: Compare.describe('What the number is compared with.'),
  ...outcome,
});
const AttemptsTile = z.strictObject({
  kind: z.literal('attempts').describe('How many calls have been made to the record.'),
  compare: Compare.describe('What the number is compared with.'),
  ...outcome,
});
const ConnectedTile = z.strictObject({
  kind: z
    .literal('connected')
    .describe('Branches on whether the call was connected: answered, abandoned or voicemail.'),
  ...outcome,
});
const ResultTile = z.strictObject({
  kind: z
    .literal('result')
    .describe('Branches on the classifier that the agent gave to this very call.'),
  paths: z.record(Id, Target).describe('The next tile for each classifier, or for "none".'),
  otherwise: Target.optional().describe('The next tile for the other classifiers.'),
  ...forReaders,
});
const ParameterTile = z.strictObject({
  kind: z.literal('parameter').describe('Branches on the value of a parameter that a rule added.'),
  of: z
    .enum(['number', 'call'])
    .describe('number: a parameter of the number · call: of the call before this one.'),
  name: Id.describe('The name of the parameter.'),
  paths: z.record(z.string().min(1).max(200), Target).describe('The next tile for each value.'),
  otherwise: Target.describe('The next tile for other values, and without the parameter.'),
  ...forReaders,
});
const AvailabilityTile = z.strictObject({
  kind: z.literal('availability').describe('Branches on whether it is within opening hours.'),
  hours: Id.describe('An id from hours.yaml.'),
  open: Id.describe('The next tile within the hours.'),
  closed: Id.describe('The next tile outside the hours.'),
  ...forReaders,
});
const PrivacyTile = z.strictObject({
  kind: z.literal('privacy').describe('Branches on whether the record is private to an agent.'),
  private: Id.describe('The next tile for a private record.'),
  other: Id.describe('The next tile for any other record.'),
  ...forReaders,
});
const HlrCheckTile = z.strictObject({
  kind: z
    .literal('hlr-check')
    .describe(
      'Asks the mobile network whether the number that was called is in service: see `hlr` in centre.yaml.',
    ),
  valid: Target.describe('The next tile for a number in service.'),
  invalid: Target.describe('The next tile for a number that is not.'),
  unknown: Target.describe('The next tile when the provider does not know, or does not answer.'),
  ...forReaders,
});
const RecontactTile = z.strictObject({
  kind: z
    .literal('recontact')
    .describe(
      'Schedules the next call. If a tile follows, the rule waits for that call and continues there.',
    ),
  after: z
    .union(
      [z.literal('at once').transform(() => AT_ONCE), PeriodText],
      '"at once" or a duration such as "2 h"',
    )
    .describe('How long after this call the next one is due; recall hours may postpone it.'),
  next,
  ...forReaders,
});
const CloseRecordTile = z.strictObject({
  kind: z.literal('close-record').describe('Closes the record.'),
  next,
  ...forReaders,
});
const DeleteContactTile = z.strictObject({
  kind: z
    .literal('delete-contact')
    .describe('Deletes the personal data in the record, its calls and its messages.'),
  ...forReaders,
});
const AddParameterTile = z.strictObject({
  kind: z.literal('add-parameter').describe('Adds a parameter to the number or to the call.'),
  to: z
    .enum(['number', 'call'])
    .describe(
      'number: the parameter stays with the number · call: it belongs to this call, until the next one has ended.',
    ),
  name: Id.describe('The name of the parameter.'),
  value: z.string().min(1).max(200).describe('The value of the parameter.'),
  next,
  ...forReaders,
});
const SendSmsTile = z.strictObject({
  kind: z.literal('send-sms').describe('Sends a text message to the default number.'),
  ...TextToSend,
  next,
  ...forReaders,
});
const SendEmailTile = z.strictObject({
  kind: z.literal('send-email').describe('Sends an e-mail to the default address.'),
  ...EmailToSend,
  next,
  ...forReaders,
});
const EndTile = z.strictObject({
  kind: z
    .literal('end')
    .describe(
      'The rule stops: the record is neither closed nor called again by itself. One that an agent has spoken to and not classified stays unhandled; any other is set aside, until a person closes it or puts it back into the list.',
    ),
  ...forReaders,
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
  HlrCheckTile,
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
  start: Id.describe('The first tile after a call has ended.'),
  tiles: z.record(Id, Tile).describe('The tiles by id: conditions and actions.'),
});
export type Rule = z.output<typeof Rule>;
