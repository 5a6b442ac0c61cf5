import type { CampaignState, Counts } from '../../domain/campaigns/campaign-state.ts';
import type { TokensTaken } from '../../domain/dialing/throttle.ts';
import type { LinePassing } from '../../domain/messaging/sending-pace.ts';
import type { Attempt } from '../../domain/model/attempt.ts';
import type { AttemptRef } from '../../domain/model/attempt-ref.ts';
import type { Addition, Change, Committed, JoinedChange, Kept } from '../../domain/model/change.ts';
import type {
  AgentId,
  AttemptId,
  CampaignId,
  ContactId,
  MessageId,
  RecordRef,
} from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { Message } from '../../domain/model/message.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import type { LookUp } from '../../domain/records/look-up.ts';
import type { Rest } from '../../domain/records/rest.ts';

/** What a look at the due records has found. */
export interface DueLook {
  readonly due: readonly CampaignRecord[];
  /**
   * When nothing but these is due, and until when; missing when more may be due, or the index may
   * lag behind.
   */
  readonly rest: Rest | undefined;
}

/** How an agent pool stood when a tick looked. */
export interface SeenTurn {
  readonly lead: CampaignId;
  /** Orders given in the pool. */
  readonly fence: number;
}

/** What a tick stores of a campaign together with the calls it orders. */
export interface OrderTurn extends SeenTurn {
  /** Of the call rate that is kept with the pool; too few of them, and nothing is written. */
  readonly tokens?: TokensTaken | undefined;
  readonly before: CampaignState;
  /** @param refused orders, by their place, that are known not to be written with it */
  readonly after: (refused: ReadonlySet<number>) => CampaignState;
}

export interface Ordering {
  /** By their place. */
  readonly committed: readonly Committed[];
  /** As it was stored; missing when no order was written. */
  readonly state?: CampaignState;
  /** Another tick has ordered, or somebody has changed the campaign: nothing was written. */
  readonly isOvertaken: boolean;
}

/** Contacts of a campaign that were not begun by an order of a tick. */
export interface Begun {
  /** How many there ever were. */
  readonly count: number;
  /** All of them show in the index by now. */
  readonly isInIndex: boolean;
}

/** A record in flight. */
export interface UnderWay {
  readonly record: CampaignRecord;
  readonly attempt: Attempt | undefined;
}

export interface RecordStore {
  load(ref: RecordRef): Promise<CampaignRecord | undefined>;
  loadAttempt(ref: RecordRef, attempt: AttemptId): Promise<Attempt | undefined>;
  /** Of calls whose records are not asked for; one request for all of them. */
  loadAttempts(calls: readonly AttemptRef[]): Promise<readonly Attempt[]>;
  /**
   * Both as this function has read or committed them last, if it has, without asking, while the
   * rule is to follow: others may have changed them since, which a commit on them finds out.
   */
  lastRead(
    ref: RecordRef,
    attempt: AttemptId,
  ): { readonly record: CampaignRecord; readonly attempt: Attempt } | undefined;
  /**
   * A message that this function has sent, and its record, as it has stored them last, without
   * asking, while its delivery is to be told: others may have changed them since, which a commit on
   * them finds out.
   */
  lastSent(
    ref: RecordRef,
    message: MessageId,
  ): { readonly record: CampaignRecord; readonly message: Message } | undefined;
  loadMessage(ref: RecordRef, message: MessageId): Promise<Message | undefined>;
  /** The attempt that owns a Connect contact: the last one a commit gave that contact. */
  findByContact(
    contact: ContactId,
  ): Promise<{ readonly ref: RecordRef; readonly attempt: AttemptId } | undefined>;
  /** Records with that number, default e-mail address or key, whatever their state; at most 25. */
  lookUp(campaign: CampaignId, by: LookUp): Promise<readonly CampaignRecord[]>;
  commit(change: Change): Promise<Committed>;
  /**
   * Commits that the provider of one message is about to be asked, and in the same transaction
   * passes the lines it would have to stand in.
   * @returns not-its-turn: somebody waits in one of them; nothing is written
   */
  ask(
    change: Change,
    passings: readonly LinePassing[],
    now: Instant,
  ): Promise<'committed' | 'conflict' | 'not-its-turn'>;
  /**
   * Stores new records of one campaign, each once: as if each were committed by itself, with a part
   * of the requests.
   * @returns by their place; 'conflict' where a record is there already
   */
  add(changes: readonly Addition[]): Promise<readonly Committed[]>;
  /**
   * Commits changes of several records, each by itself, with a part of the requests.
   * @returns by their place
   */
  commitEach(changes: readonly JoinedChange[]): Promise<readonly Committed[]>;
  /**
   * The same, with the state of the campaign in the transaction of the first: of fifteen at least,
   * if they name fifteen numbers. None is written once the campaign has been changed, or another
   * tick has ordered.
   */
  orderEach(changes: readonly JoinedChange[], turn: OrderTurn): Promise<Ordering>;
  /**
   * Records whose next contact has come, oldest first within shards; reads do not grow with the
   * table.
   */
  due(campaign: CampaignId, until: Instant, limit: number): Promise<readonly CampaignRecord[]>;
  /**
   * The same, and what it says of the time after. With `turn`, records this function has seen are
   * not read again as long as nobody else has ordered in the pool; one that was changed since
   * refuses its order.
   */
  look(campaign: CampaignId, now: Instant, limit: number, turn?: SeenTurn): Promise<DueLook>;
  /**
   * Records that a look of this function will probably find due, without asking: to read ahead what
   * is needed of them.
   */
  dueAhead(campaign: CampaignId, now: Instant): readonly CampaignRecord[];
  /**
   * How many records of the campaign have been counted as due soon, for a rest to be compared with;
   * one small read.
   */
  dueSoon(campaign: CampaignId, now: Instant): Promise<number>;
  /**
   * Records with an attempt under way (state being-contacted or in-wrap-up); may lag behind by a
   * moment.
   */
  inFlight(campaign: CampaignId): Promise<readonly CampaignRecord[]>;
  /**
   * Those of them whose deadline has passed, the longest ago first.
   * @param begun what has been begun in the campaign, as it was read before: under the same as when
   *   nothing was in flight, nothing is asked for half an hour
   */
  overdue(
    campaign: CampaignId,
    now: Instant,
    begun: string | undefined,
  ): Promise<readonly CampaignRecord[]>;
  /** The same with the attempts they are in, as they were at that moment. */
  underWay(campaign: CampaignId): Promise<readonly UnderWay[]>;
  /** Those of several campaigns; of campaigns that share agents as one request. */
  underWayIn(campaigns: readonly CampaignId[]): Promise<readonly UnderWay[]>;
  /**
   * At most so many of those of a campaign, and of campaigns that share its agents, as one look
   * shows them, which may lag behind by a moment; none where they are spread over several keys.
   */
  someUnderWay(
    campaign: CampaignId,
    limit: number,
  ): Promise<{ readonly calls: readonly UnderWay[]; readonly isAll: boolean }>;
  /** Those of these records that are in flight, as they are now; one request for all of them. */
  underWayOf(refs: readonly RecordRef[]): Promise<readonly UnderWay[]>;
  /**
   * Contacts that others have begun, of a campaign that dials; no request of its own beside
   * `dueSoon`.
   */
  begun(campaign: CampaignId, now: Instant): Promise<Begun>;
  /**
   * Contacts that an agent has or is offered, to the end of their wrap-up; may lag behind by a
   * moment.
   */
  withAgent(agent: AgentId): Promise<readonly Attempt[]>;
  /**
   * Conversations by text under way that nobody has, the longest first; at most so many. May lag
   * behind by a moment.
   */
  unclaimed(campaign: CampaignId, limit: number): Promise<readonly Attempt[]>;
  /** Records that wait for an agent (domain/records/waits-for.ts); at most so many. */
  waitingFor(agent: AgentId, limit: number): Promise<readonly CampaignRecord[]>;
  /** Records set aside, the longest first; at most so many. */
  setAside(campaign: CampaignId, limit: number): Promise<readonly CampaignRecord[]>;
  /**
   * Records an agent has left unhandled, or nobody took, the longest first; at most so many. May
   * lag behind by a moment.
   */
  unhandled(
    campaign: CampaignId,
    agent: AgentId | undefined,
    limit: number,
  ): Promise<readonly CampaignRecord[]>;
  /**
   * Messages that have waited for their next move since before `before`: to be sent, or for the
   * provider's word.
   */
  hangingMessages(campaign: CampaignId, before: Instant): Promise<readonly Message[]>;
  /** Every attempt and message of a record, as the last commit left them. */
  kept(ref: RecordRef): Promise<Kept>;
  /**
   * Deleted records that are still to be erased; may lag behind by a moment, and after there were
   * none by half an hour.
   */
  toErase(campaign: CampaignId, now: Instant): Promise<readonly CampaignRecord[]>;
  /**
   * Records by state (`new`, `closed` …), calls by status (`call:answered` …), `success`, messages
   * (`message:sms:sent` …).
   */
  counts(campaign: CampaignId): Promise<Counts>;
}
