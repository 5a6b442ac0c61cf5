// The journal: append-only, one entry for each thing that happened to a record or campaign, written
// in the same transaction as the change it describes. It is the timeline (REC-12), the answer to
// "why" (NEW-5) and, through its stream, the source of every event on the bus (WHK-1). Entry types
// are the published event types.
import { z } from 'zod';
import { ContactEnding } from './call-status.ts';
import { INBOUND_ENTRIES } from './inbound-entries.ts';
import { At, callShape, entry, Gates } from './journal-shapes.ts';

/** What rules added to the number and to the call before; missing when there is nothing. */
const Parameters = z.record(z.string(), z.string());

/**
 * Every entry about a record. `describe` texts go into the published event catalogue.
 */
const RECORD_ENTRIES = [
  entry('record.added', {
    by: z.string(),
    row: z.number().optional(),
    copy: z.string().optional().describe('The copy that brought it from another campaign.'),
  }).describe('A record was added.'),
  entry('call.ordered', { ...callShape, gates: Gates, phoneEnds: z.string() }).describe(
    'The dialer took the record for a call.',
  ),
  entry('record.offered', {
    ...callShape,
    agent: z.string(),
    seconds: z.number(),
    starts: z.enum(['by-itself', 'by-agent']).optional(),
    work: z
      .number()
      .optional()
      .describe(
        'Seconds of before-call work after the agent accepts; missing when there are none.',
      ),
  }).describe(
    'The record was offered to an agent. The call follows by itself after so many seconds, the offer being accepted for the agent, or the agent has so many to start it.',
  ),
  entry('offer.taken', {
    ...callShape,
    agent: z.string(),
    seconds: z
      .number()
      .optional()
      .describe('The agent accepted, and the call follows then; missing when call was pressed.'),
  }).describe('The agent accepted the record offered or pressed call on it.'),
  entry('offer.returned', {
    ...callShape,
    agent: z.string().optional(),
    because: z.enum(['skipped', 'time-over']),
    until: At,
  }).describe('The agent did not take the record; it is offered again later.'),
  entry('call.placed', { ...callShape, contact: z.string() }).describe(
    'Connect accepted the call.',
  ),
  entry('call.unclear', { ...callShape, until: At }).describe(
    'Connect did not say whether it placed the call; the record and its number stay locked until it does, or until then.',
  ),
  entry('call.refused', { ...callShape, reason: z.string() }).describe('Connect refused the call.'),
  entry('call.answered', {
    ...callShape,
    by: z.enum(['customer', 'agent']),
    agent: z.string().optional(),
  }).describe('The customer or the agent picked up.'),
  entry('call.routed', {
    ...callShape,
    queue: z.string().optional(),
    identity: z.enum(['one', 'several', 'none']).optional(),
    window: z.enum(['full', 'small']).optional(),
    ticket: z.string().optional(),
  }).describe(
    'The call was sent to the queue for an agent. Of an inbound call also what the record window shows: how many records have the number, the window’s size, the ticket keyed.',
  ),
  entry('call.priority-raised', {
    ...callShape,
    queue: z.string(),
    waited: z.number(),
    level: z.number(),
    gates: Gates,
  }).describe(
    'The call has waited so many seconds in the queue that its priority rose; 1 is served first.',
  ),
  entry('call.ended', {
    ...callShape,
    status: ContactEnding,
    reason: z.string().optional(),
    talkSeconds: z.number().optional(),
  }).describe('The call ended.'),
  entry('call.transferred', {
    ...callShape,
    to: z.enum(['queue', 'agent', 'outside']),
    queue: z.string().optional(),
    agent: z.string().optional(),
    contact: z.string().describe('The contact in Connect that goes on with the call.'),
  }).describe('An agent transferred the call; the conversation goes on as another contact.'),
  entry('attempt.settled', {
    ...callShape,
    status: ContactEnding,
    classified: z.boolean(),
    rule: z.string().optional(),
    parameters: Parameters.optional(),
    nextNumber: z
      .number()
      .optional()
      .describe('Which number of the record is called next, before the rule follows; from 1.'),
  }).describe('Nothing of the call is open any more; where a rule is named, it follows.'),
  entry('record.classified', {
    attempt: z.string().optional(),
    message: z
      .string()
      .optional()
      .describe('The e-mail that was classified, where it was no part of a contact.'),
    classifier: z.string(),
    by: z.string(),
    success: z.boolean(),
    fields: z.record(z.string(), z.string()),
    parameters: Parameters.optional(),
  }).describe('An agent said how the contact ended.'),
  entry('script.answered', {
    ...callShape,
    script: z.string(),
    by: z.string(),
    answers: z
      .record(z.string(), z.string())
      .describe('Those that are new, by question; an empty one was taken back.'),
  }).describe('An agent answered questions of the call script.'),
  entry('record.unhandled', { ...callShape, agent: z.string().optional() }).describe(
    'The wrap-up ran out without a classification.',
  ),
  entry('rule.applied', {
    ...callShape,
    rule: z.string(),
    version: z.string(),
    path: z.array(z.string()).readonly(),
    values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    restarted: z.string().optional(),
    skipped: z.array(z.string()).readonly().optional(),
  }).describe(
    'The callback rule decided: the tiles passed and what the conditions saw. `restarted` names a tile that no longer exists, `skipped` those whose action was left out because the classifier had decided.',
  ),
  entry('record.recall-scheduled', {
    attempt: z.string().optional(),
    for: At,
    by: z.string(),
    gates: Gates,
  }).describe('The next call was scheduled.'),
  entry('record.edited', {
    by: z.string(),
    changed: z.array(z.string()).readonly().describe('Names of the fields, without their values.'),
  }).describe('A person or a program edited the record outside of a contact.'),
  entry('record.postponed', { until: At, gates: Gates }).describe(
    'It was due but may not be called yet; folded on the timeline.',
  ),
  entry('record.default-changed', {
    of: z.enum(['phone', 'email']),
    place: z.number().describe('In the list of the record, from 1.'),
    by: z.string(),
  }).describe('Another number or address is the default from now on.'),
  entry('record.blocked', {
    by: z.enum(['blacklist', 'consent']),
    because: z.string(),
    gates: Gates,
  }).describe(
    'The person may not be contacted: on the blacklist, or no consent. The record is blacklisted or set aside.',
  ),
  entry('record.closed', { because: z.string(), gates: Gates.optional() }).describe(
    'The record was closed.',
  ),
  entry('record.set-aside', { because: z.string(), attempt: z.string().optional() }).describe(
    'The record is neither closed nor called again by itself.',
  ),
  entry('record.put-back', { by: z.string(), for: At }).describe(
    'A person put the record back into the list of those to be called.',
  ),
  entry('record.reserved', { for: z.string(), by: z.string() }).describe(
    'The record became private to an agent.',
  ),
  entry('record.released', { by: z.string() }).describe('The record is no longer private.'),
  entry('record.passed-on', {
    attempt: z.string().optional(),
    how: z.enum(['moved', 'copied']),
    to: z.string().describe('The other campaign.'),
    outcome: z
      .enum(['added', 'present', 'refused'])
      .describe('present: the person is on record there · refused: the record stays as it was.'),
    as: z.string().optional().describe('The record there.'),
    leftOut: z
      .array(z.string())
      .readonly()
      .optional()
      .describe('Fields whose values the other campaign has no place for.'),
    because: z.string().optional(),
  }).describe('A classifier moved or copied the record to another campaign, or may not.'),
  entry('record.deleted', { because: z.string() }).describe(
    'The record and everything it said about the person were deleted.',
  ),
  entry('record.parameter-added', {
    to: z.enum(['number', 'call']),
    name: z.string(),
    value: z.string(),
  }).describe('A rule added a parameter.'),
  entry('message.ordered', {
    message: z.string(),
    kind: z.enum(['sms', 'email']),
    attempt: z.string().optional(),
    gates: Gates.optional().describe('What was looked at before; of the text of an SMS campaign.'),
    phoneEnds: z.string().optional(),
    by: z.string().optional().describe('The agent who wrote it.'),
  }).describe('A message is to be sent.'),
  entry('message.received', {
    message: z.string(),
    kind: z.enum(['sms', 'email']),
    phoneEnds: z.string().optional().describe('Of a text.'),
    address: z.string().optional().describe('Of an e-mail: its first letter and its domain.'),
    attempt: z.string().optional().describe('The conversation it belongs to.'),
    queue: z.string().optional(),
    agent: z.string().optional().describe('Who is to read it; missing while nobody is at work.'),
    optOut: z.boolean().optional().describe('The person wants no more messages: STOP.'),
  }).describe('The person wrote a text message, or answered an e-mail.'),
  entry('message.not-taken', {
    message: z.string(),
    kind: z.literal('email'),
    because: z
      .enum(['automatic', 'spam', 'virus'])
      .describe('automatic: a program answered, such as an absence note.'),
  }).describe('An e-mail came for the record that no agent is shown.'),
  entry('conversation.taken', {
    attempt: z.string(),
    agent: z.string(),
  }).describe('The agent accepted the conversation.'),
  entry('conversation.declined', {
    attempt: z.string(),
    agent: z.string(),
    next: z.string().optional().describe('Whom it goes to, if anybody.'),
  }).describe('The agent rejected the conversation.'),
  entry('message.not-ordered', { kind: z.enum(['sms', 'email']), because: z.string() }).describe(
    'A message could not be ordered, e.g. no address.',
  ),
  entry('message.sent', { message: z.string(), kind: z.enum(['sms', 'email']) }).describe(
    'The provider took the message.',
  ),
  entry('message.delivered', { message: z.string(), kind: z.enum(['sms', 'email']) }).describe(
    'The provider reports delivery.',
  ),
  entry('message.failed', {
    message: z.string(),
    kind: z.enum(['sms', 'email']),
    reason: z.string(),
    blocked: z
      .enum(['blacklist', 'consent', 'cap'])
      .optional()
      .describe('It was not sent, because the person may not be written to, or not so often.'),
  }).describe('The message was not delivered.'),
  entry('message.bounced', { message: z.string(), kind: z.enum(['sms', 'email']) }).describe(
    'An e-mail came back for good: the address is blacklisted for e-mails.',
  ),
  entry('message.complained', { message: z.string(), kind: z.enum(['sms', 'email']) }).describe(
    'The person reported an e-mail as spam: the address is blacklisted for e-mails.',
  ),
  entry('message.opted-out', { message: z.string(), kind: z.enum(['sms', 'email']) }).describe(
    'The provider says that the person wants no text messages: the number is blacklisted for them, and their consent is withdrawn.',
  ),
  entry('message.unknown', { message: z.string(), kind: z.enum(['sms', 'email']) }).describe(
    'A crash left open whether it was sent; it is not sent again.',
  ),
  ...INBOUND_ENTRIES,
] as const;

/** Every entry about a campaign. */
const CAMPAIGN_ENTRIES = [
  entry('campaign.switched', { from: z.string(), to: z.string(), by: z.string() }).describe(
    'The campaign was switched.',
  ),
  entry('campaign.exhausted', {}).describe('Every record has been worked to the end.'),
  entry('campaign.pool-low', { left: z.number(), limit: z.number() }).describe(
    'The pool left to dial is small.',
  ),
  entry('supervisor.alerted', { supervisor: z.string() }).describe(
    'The provider took the e-mail that tells a supervisor of the alert.',
  ),
  entry('supervisor.not-alerted', { supervisor: z.string(), reason: z.string() }).describe(
    'The e-mail to a supervisor was refused or came back.',
  ),
  entry('webhook.disabled', {
    webhook: z.string(),
    because: z.enum(['failing', 'gone']),
    since: At.describe('When its first delivery failed without a success since, epoch ms.'),
  }).describe(
    'A webhook was switched off: its receiver has failed for days, or answered that it is gone (410). Its deliveries are kept and can be sent again.',
  ),
  entry('webhook.enabled', { webhook: z.string(), by: z.string() }).describe(
    'A webhook was switched on again.',
  ),
  entry('import.finished', {
    file: z.string(),
    imported: z.number(),
    present: z.number(),
    duplicates: z.number(),
    rejected: z.number(),
    rows: z.number().optional().describe('Rows of the file: the sum of the four.'),
    remarked: z.number().optional().describe('Rows with a remark in the report.'),
    held: z
      .number()
      .optional()
      .describe('Of those imported, people at a cap: they are due when there is room.'),
    encoding: z.string().optional().describe('As the file was read.'),
    delimiter: z.string().optional(),
    problem: z.string().optional().describe('Why the file was not read at all.'),
  }).describe('A file of contacts was imported.'),
  entry('import.undone', {
    file: z.string(),
    by: z.string(),
    removed: z.number().describe('Records that were deleted.'),
    kept: z.number().describe('Records that stay, because somebody was contacted since.'),
    problem: z.string().optional().describe('Why nothing could be undone.'),
  }).describe('The import of a file was undone.'),
  entry('copy.finished', {
    copy: z.string(),
    from: z.string().describe('The campaign the records come from.'),
    by: z.string(),
    looked: z
      .number()
      .describe('Records looked at: those of the next three, and those not wanted.'),
    added: z.number(),
    present: z.number().describe('The same person was there already.'),
    refused: z.number(),
  }).describe('Records of another campaign were copied.'),
] as const;

/** Every schema of an entry: what the event catalogue is made of. */
export const ENTRY_SCHEMAS = { record: RECORD_ENTRIES, campaign: CAMPAIGN_ENTRIES } as const;

export const RecordEntry = z.discriminatedUnion('type', RECORD_ENTRIES);
export type RecordEntry = z.output<typeof RecordEntry>;
export const CampaignEntry = z.discriminatedUnion('type', CAMPAIGN_ENTRIES);
export type CampaignEntry = z.output<typeof CampaignEntry>;
export type JournalEntry = RecordEntry | CampaignEntry;
export type EntryType = JournalEntry['type'];
export type EntryOf<T extends EntryType> = Extract<JournalEntry, { type: T }>;
