// How use cases reach the world: one interface per business need, in domain terms. lib/aws implements them with
// the AWS SDK, lib/simulation in memory; test/contracts holds both to the same promises.
import type { Definitions } from '../language/definitions.ts';
import type { AgentActivity, AgentPresence } from './agent.ts';
import type { Attempt } from './attempt.ts';
import type { CampaignState, Counts } from './campaign-state.ts';
import type { PhoneSetting } from './handling.ts';
import type { AgentId, AttemptId, CampaignId, ContactId, MessageId, RecordRef } from './ids.ts';
import type { Instant } from './instant.ts';
import type { CampaignEntry, RecordEntry } from './journal.ts';
import type { LookUp } from './look-up.ts';
import type { Message } from './message.ts';
import type { CampaignRecord } from './record.ts';

export interface Clock {
  now(): Instant;
}

export interface Ids {
  /** A new sortable id, unique everywhere: time first, then randomness. */
  next(): string;
}

/** The compiled folder of definitions that was deployed with the function. */
export interface DefinitionsSource {
  definitions(): Definitions;
  /** The bytes of a file of the folder attachments/. */
  attachment(name: string): Promise<Uint8Array>;
}

/** One change of a record, its attempt and its messages, with the entries that tell of it: all or nothing. */
export interface Change {
  /** The record as it was read; undefined when it must not exist yet. */
  readonly before: CampaignRecord | undefined;
  readonly after: CampaignRecord;
  readonly entries: readonly RecordEntry[];
  readonly attempt?: { readonly before: Attempt | undefined; readonly after: Attempt };
  readonly messages?: readonly { readonly before: Message | undefined; readonly after: Message }[];
  /** Takes the number for this attempt: no other attempt, of whatever campaign, may dial it until then (DIA-7). */
  readonly takeNumber?: {
    readonly phone: string;
    readonly attempt: AttemptId;
    readonly now: Instant;
    readonly until: Instant;
  };
  readonly freeNumber?: { readonly phone: string; readonly attempt: AttemptId };
}

/** conflict: somebody changed the record, attempt or message first · number-taken: see takeNumber. */
export type Committed = 'committed' | 'conflict' | 'number-taken';

/** What is kept of a record beside the record itself. */
export interface Kept {
  readonly attempts: readonly Attempt[];
  readonly messages: readonly Message[];
}

export interface RecordStore {
  load(ref: RecordRef): Promise<CampaignRecord | undefined>;
  loadAttempt(ref: RecordRef, attempt: AttemptId): Promise<Attempt | undefined>;
  loadMessage(ref: RecordRef, message: MessageId): Promise<Message | undefined>;
  /** The attempt that owns a Connect contact: the last one a commit gave that contact. */
  findByContact(
    contact: ContactId,
  ): Promise<{ readonly ref: RecordRef; readonly attempt: AttemptId } | undefined>;
  /** Records of the campaign with that number or key, whatever their state; at most 25. */
  lookUp(campaign: CampaignId, by: LookUp): Promise<readonly CampaignRecord[]>;
  commit(change: Change): Promise<Committed>;
  /** Records whose next contact has come, oldest first within shards; reads do not grow with the table. */
  due(campaign: CampaignId, until: Instant, limit: number): Promise<readonly CampaignRecord[]>;
  /** Records with an attempt under way (state being-contacted or in-wrap-up); may lag behind by a moment. */
  inFlight(campaign: CampaignId): Promise<readonly CampaignRecord[]>;
  /** Messages that hang in 'sending' since before `before`. */
  hangingMessages(campaign: CampaignId, before: Instant): Promise<readonly Message[]>;
  /** Every attempt and message of a record, as the last commit left them. */
  kept(ref: RecordRef): Promise<Kept>;
  /** Deleted records that are still to be erased; may lag behind by a moment. */
  toErase(campaign: CampaignId): Promise<readonly CampaignRecord[]>;
  /** Records by state (`new`, `closed` …), calls by status (`call:answered` …), `success`, messages (`message:sms:sent` …). */
  counts(campaign: CampaignId): Promise<Counts>;
}

export interface Journal {
  /** Entries of a record, oldest first. */
  ofRecord(ref: RecordRef): Promise<readonly RecordEntry[]>;
  ofCampaign(campaign: CampaignId): Promise<readonly CampaignEntry[]>;
  /** Takes what agents entered about the person out of a record's entries; nothing is told of it (CBR-15). */
  forgetValues(ref: RecordRef): Promise<void>;
}

/** The right to run one tick, and how the campaign stood when it was taken. */
export interface Tick {
  /** Grows with every tick. */
  readonly fence: number;
  readonly state: CampaignState;
}

export interface CampaignStore {
  /** A campaign never switched is off, version 0. */
  load(campaign: CampaignId): Promise<CampaignState>;
  /**
   * Conditioned on `before.version`; the entries go to the campaign's journal in the same transaction.
   * @param fence of a tick that ends with this change; a conflict when another tick runs by now
   */
  commit(
    before: CampaignState,
    after: CampaignState,
    entries: readonly CampaignEntry[],
    fence?: number,
  ): Promise<'committed' | 'conflict'>;
  /** Takes the right to run one tick until `until`; undefined while another holds it. */
  takeTick(campaign: CampaignId, now: Instant, until: Instant): Promise<Tick | undefined>;
  /** Gives it back early; without effect when the fence is no longer the holder's. */
  releaseTick(campaign: CampaignId, fence: number): Promise<void>;
}

export interface Noted {
  /** Whether the presence was stored. */
  readonly news: boolean;
  /** What the agent did before; missing when the group did not know the agent, or nothing was stored. */
  readonly formerly?: AgentActivity;
}

export interface AgentBoard {
  /** Stores the presence unless a later agent event was stored already. */
  put(presence: AgentPresence): Promise<Noted>;
  ofGroups(groups: readonly string[]): Promise<readonly AgentPresence[]>;
}

/** The account-wide rate of StartOutboundVoiceContact, as a token bucket (generic cell rate). */
export interface CallThrottle {
  /** Takes a token, or says when one will be there. */
  take(
    now: Instant,
  ): Promise<{ readonly granted: true } | { readonly granted: false; readonly retryAt: Instant }>;
}

export interface DialRequest {
  readonly attempt: AttemptId;
  readonly ref: RecordRef;
  readonly phone: string;
  readonly queue: string;
  /** Id of an own number; without one the queue's caller id is shown. */
  readonly callerId?: string;
  /** Seconds, 15 to 60. */
  readonly ringFor: number;
  /** Seconds the campaign lets callees wait, where not as long as the queue; Connect's flows know it anyway. */
  readonly longestWait?: number;
  /** Whether Connect tells people from answering machines. */
  readonly machineDetection: boolean;
  readonly language: string;
  /** Connect queue priority 1 (best) to 10. */
  readonly priority: number;
  /** Preview: only this agent gets the call; the ARN of the agent (DIA-1). */
  readonly agentArn?: string;
}

export type Dialed =
  | { readonly kind: 'accepted'; readonly contact: ContactId }
  /** Connect will not call this number, now or later. */
  | { readonly kind: 'refused'; readonly reason: string };

/** What Connect knows of a contact, in the words of its contact events. */
export interface ContactFacts {
  readonly contact: ContactId;
  readonly initiated?: Instant;
  readonly connectedToSystem?: Instant;
  readonly enqueued?: Instant;
  readonly connectedToAgent?: Instant;
  readonly disconnected?: Instant;
  readonly wrapUpEnded?: Instant;
  readonly disconnectReason?: string;
  readonly machineDetection?: string;
  readonly agent?: AgentId;
  readonly queue?: string;
}

export interface Telephony {
  /** Idempotent by attempt for 7 days: a repeated request returns the same contact. Throttling raises TelephonyUnavailable, no clear answer CallUnclear. */
  dial(request: DialRequest): Promise<Dialed>;
  /** undefined when Connect knows no such contact. */
  describe(contact: ContactId): Promise<ContactFacts | undefined>;
  /** Which attempt a contact was made for, from its attributes; undefined for contacts that are not ours. */
  attemptOf(
    contact: ContactId,
  ): Promise<{ readonly ref: RecordRef; readonly attempt: AttemptId } | undefined>;
  /** The customer's call a contact is, by what its flow noted of it; undefined for contacts of any other kind. */
  customerCall(contact: ContactId): Promise<CustomerCall | undefined>;
  /** Calls a caller back for the survey (INB-9), on the campaign's survey flow. As idempotent as `dial`. */
  dialSurvey(request: SurveyRequest): Promise<Dialed>;
}

/** What a call that came in was before anybody took it in. */
export interface CustomerCall {
  readonly campaign: CampaignId;
  /** Id of the IVR that answers. */
  readonly ivr: string;
  /** E.164; missing when withheld. */
  readonly from?: string;
  /** E.164 of the own number dialed. */
  readonly to?: string;
}

export interface SurveyRequest {
  /** The inbound call the survey asks about; its id with a suffix is Connect's ClientToken. */
  readonly attempt: AttemptId;
  readonly ref: RecordRef;
  readonly phone: string;
  /** Id of the own number shown: the one the caller had dialed. */
  readonly callerId?: string;
  /** Seconds, 15 to 60. */
  readonly ringFor: number;
}

/** Surveys to be asked some time after a call (INB-9). */
export interface SurveyQueue {
  /** @param delay seconds, 0 to 900 */
  send(order: DialOrder, delay: number): Promise<void>;
}

/** Secrets of the deployment by their name in the definitions; kept in memory for a minute. */
export interface Secrets {
  /** Raises NotFound. */
  read(name: string): Promise<string>;
}

export interface ServiceRequest {
  readonly method: string;
  /** https only; the host comes from the definitions, never from a caller. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Seconds for everything, from looking the host up to the last byte. */
  readonly timeout: number;
}

/** failed: no answer that could be used, and why in words that hold nothing of the caller or the answer. */
export type ServiceAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'failed'; readonly because: string };

/** Requests to services outside (IVR-2, IVR-3, INB-14), kept away from private addresses; never raises. */
export interface Services {
  ask(request: ServiceRequest): Promise<ServiceAnswer>;
}

/** Tokens that api-login blocks fetched, each for one call; gone some hours after it. */
export interface ServiceTokens {
  keep(contact: ContactId, block: string, token: string, now: Instant): Promise<void>;
  read(contact: ContactId, block: string): Promise<string | undefined>;
}

/** A path of an overflow block (IVR-18). */
export interface SlotPlace {
  readonly campaign: CampaignId;
  readonly ivr: string;
  readonly block: string;
}

/** Calls in the paths of overflow blocks. A place whose release got lost is free again after some hours. */
export interface CallSlots {
  /** Whether the call has a place among at most `most`; a call that has one keeps it. */
  take(place: SlotPlace, contact: ContactId, most: number, now: Instant): Promise<boolean>;
  /** Without effect when the call has no place there. */
  free(place: SlotPlace, contact: ContactId): Promise<void>;
}

/** Recordings that Connect made, and the messages cut out of them. */
export interface Recordings {
  /** Raises NotFound. */
  read(key: string): Promise<Uint8Array>;
  /** When the recording of the contact with that key began; undefined when Connect does not say. */
  begunAt(contact: ContactId, key: string): Promise<Instant | undefined>;
  /** The same key again replaces what is there. */
  keep(key: string, wav: Uint8Array): Promise<void>;
}

/** Callers' messages that have to go, because the caller's contact was deleted. */
export interface Voicemails {
  /** For good; one that is not there is fine. */
  erase(key: string): Promise<void>;
}

export interface DialOrder {
  readonly ref: RecordRef;
  readonly attempt: AttemptId;
}

export interface DialQueue {
  /** @param delays seconds (0 to 900) before each order is handed out, in step with the orders */
  send(orders: readonly DialOrder[], delays?: readonly number[]): Promise<void>;
}

export interface TickQueue {
  /** @param delays seconds (0 to 900): one tick of the campaign for each */
  send(campaign: CampaignId, delays: readonly number[]): Promise<void>;
}

/** rejected: final, nothing was sent. Anything unclear raises MessagingUnavailable only when nothing was sent for certain. */
export type Sent =
  | { readonly kind: 'accepted'; readonly providerId: string }
  | { readonly kind: 'rejected'; readonly reason: string };

export interface SmsSender {
  send(message: Message): Promise<Sent>;
}

export interface EmailSender {
  send(message: Message): Promise<Sent>;
}

export interface ContactFiles {
  /** The bytes of an uploaded file of contacts, in chunks. */
  read(key: string): AsyncIterable<Uint8Array>;
  /** Stores a report beside it; returns its key. */
  write(key: string, text: AsyncIterable<string>): Promise<string>;
}

/** What belongs together in the Connect instance; doing it again changes nothing. */
export interface ConnectLinks {
  /** @param number ARN or E.164 @param flow ARN; calls to the number run it from now on */
  numberToFlow(number: string, flow: string): Promise<void>;
  /** Calls to the number run no flow any more; a number that is gone is fine. */
  releaseNumber(number: string): Promise<void>;
  /** @param queue ARN @param quickConnects ARNs, added to those the queue has */
  addQuickConnects(queue: string, quickConnects: readonly string[]): Promise<void>;
  /** A queue that is gone, or never had them, is fine. */
  removeQuickConnects(queue: string, quickConnects: readonly string[]): Promise<void>;
}

/** unchanged: it was right already · no-desk-phone: the user has no number of one, and nothing was changed. */
type PhoneSet = 'set' | 'unchanged' | 'no-desk-phone' | 'unknown-agent';

/** How calls reach the agents (CAM-3) and how long their wrap-up may last, as Connect keeps it with its users. */
export interface Phones {
  /** @param agentArn Connect's ARN of the agent; doing it again changes nothing */
  set(agentArn: string, setting: PhoneSetting): Promise<PhoneSet>;
}

/** In which order waiting contacts are taken (PRI-5). */
export interface Routing {
  /** @param level Connect's queue priority, 1 is served first · gone: the contact is over */
  prioritise(contact: ContactId, level: number): Promise<'set' | 'gone'>;
}

/** Every port by name; a use case takes the ones it needs: Pick<Ports, 'records' | 'clock'>. */
export interface Ports {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly definitions: DefinitionsSource;
  readonly records: RecordStore;
  readonly journal: Journal;
  readonly campaigns: CampaignStore;
  readonly agents: AgentBoard;
  readonly throttle: CallThrottle;
  readonly telephony: Telephony;
  readonly dialQueue: DialQueue;
  readonly tickQueue: TickQueue;
  readonly sms: SmsSender;
  readonly email: EmailSender;
  readonly files: ContactFiles;
  readonly links: ConnectLinks;
  readonly surveyQueue: SurveyQueue;
  readonly secrets: Secrets;
  readonly services: Services;
  readonly tokens: ServiceTokens;
  readonly slots: CallSlots;
  readonly recordings: Recordings;
  readonly voicemails: Voicemails;
  readonly phones: Phones;
  readonly routing: Routing;
}
