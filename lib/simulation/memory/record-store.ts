// Records, attempts and messages in memory, with the conditions of the table: every part of a
// change is checked before any is written, so a commit happens as a whole or not at all.

import { LastReads } from '../../application/last-reads.ts';
import type {
  DueLook,
  Ordering,
  OrderTurn,
  RecordStore,
} from '../../application/ports/record-store.ts';
import { SentMessages } from '../../application/sent-messages.ts';
import { waitsSince } from '../../domain/messaging/hanging.ts';
import type { Attempt } from '../../domain/model/attempt.ts';
import {
  beginsContact,
  type Change,
  type Committed,
  leavesRecord,
} from '../../domain/model/change.ts';
import { type Counting, leftUnnamed } from '../../domain/model/counted-attempts.ts';
import type {
  AttemptId,
  CampaignId,
  ContactId,
  MessageId,
  RecordId,
  RecordRef,
} from '../../domain/model/ids.ts';
import { type Instant, instant, plus } from '../../domain/model/instant.ts';
import { invariant } from '../../domain/model/invariant.ts';
import type { Message } from '../../domain/model/message.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { overdueOf } from '../../domain/records/deadlines.ts';
import { lookUpChanges, lookUpKey, MOST_FOUND } from '../../domain/records/look-up.ts';
import { callingRank, inCallingOrder } from '../../domain/records/next-records.ts';
import { AHEAD, IN_INDEX, isDueSoon } from '../../domain/records/rest.ts';
import { waitsFor } from '../../domain/records/waits-for.ts';
import { isConversation } from '../../domain/texting/replies.ts';
import { type MemoryCampaignStore, memoryCampaignStore } from './campaign-store.ts';
import { Counters } from './counters.ts';
import { RankedDueIndex } from './due-index.ts';
import { forgetting } from './forgetting.ts';
import type { MemoryJournal } from './journal.ts';
import { NumberLocks } from './number-locks.ts';
import { type MemorySendingLines, memorySendingLines } from './sending-lines.ts';

interface Row {
  record: CampaignRecord;
  attempts: Map<AttemptId, Attempt>;
  messages: Map<MessageId, Message>;
}

/** Shared by the many records that were never called or written to. */
const NO_ATTEMPTS: Map<AttemptId, Attempt> = new Map();
const NO_MESSAGES: Map<MessageId, Message> = new Map();

class CampaignTable {
  readonly rows = new Map<RecordId, Row>();
  readonly due = new RankedDueIndex<Row>();
  readonly inFlight = new Set<Row>();
  readonly setAside = new Set<Row>();
  readonly unhandled = new Set<Row>();
  readonly toErase = new Set<Row>();
  readonly waiting = new Map<MessageId, Message>();
  readonly counters = new Counters();
  dueSoon = 0;
  begun = 0;
  begunAt = 0;
  readonly lookUp = new Map<string, Set<RecordId>>();
}

export interface MemoryRecordStore extends RecordStore {
  /** Every record of the campaign, for tests and reports; no use case may ask for it. */
  all(campaign: CampaignId): Iterable<CampaignRecord>;
  /** When the next record of the campaign is due (epoch ms). */
  nextDue(campaign: CampaignId): number | undefined;
  attemptsOf(ref: RecordRef): readonly Attempt[];
  messagesOf(ref: RecordRef): readonly Message[];
}

export interface MemoryRecordStoreOptions {
  /**
   * false: attempts and messages are forgotten some time after they are over, and nobody calls in
   * to be looked up.
   */
  readonly kept?: boolean;
  /** Fields of a campaign's records that callers are asked for. */
  readonly lookUpFields?: (campaign: CampaignId) => readonly string[];
  /** Whether records are found by number although nothing is kept. */
  readonly looksUp?: boolean;
  /** Is told every change; nothing is reported when missing. */
  readonly reports?: { note(change: Change): void } | undefined;
  /** Where the state is that calls are ordered with. */
  readonly campaigns?: MemoryCampaignStore;
  /** The lines messages wait in. */
  readonly lines?: MemorySendingLines;
}

export function memoryRecordStore(
  journal: MemoryJournal,
  options: MemoryRecordStoreOptions = {},
): MemoryRecordStore {
  const { kept = true, lookUpFields = () => [], looksUp = kept, reports } = options;
  const { campaigns = memoryCampaignStore(journal), lines = memorySendingLines() } = options;
  const tables = new Map<CampaignId, CampaignTable>();
  const contacts = new Map<ContactId, { ref: RecordRef; attempt: AttemptId }>();
  const locks = new NumberLocks();
  const forget = forgetting();
  const lastReads = new LastReads();
  const sent = new SentMessages();
  const inFlight = (campaign: CampaignId) => [...(tables.get(campaign)?.inFlight ?? [])];
  const row = (ref: RecordRef) => tables.get(ref.campaign)?.rows.get(ref.record);
  const rowsOf = (campaign: CampaignId) => tables.get(campaign)?.rows.values() ?? [];
  const commit = (change: Change): Committed => {
    const changes = change.adds === undefined ? [change] : [change, change.adds];
    for (const each of changes) {
      const refused = refusal(each, row(each.after), locks);
      if (refused) return refused;
    }
    for (const change of changes) {
      const left = leftUnnamed(change);
      const each = { ...change, left: left && row(change.after)?.attempts.get(left) };
      const table = tableOf(tables, each.after.campaign);
      write(each, table);
      reports?.note(each);
      if (looksUp) keepKeys(each, table, () => lookUpFields(each.after.campaign));
      if (!kept) forget(each, row(each.after), contacts);
      if (each.freeNumber) locks.free(each.freeNumber);
      if (each.takeNumber) locks.take(each.takeNumber);
      remember(each, contacts);
      journal.append(each.after, each.after.version, each.entries);
    }
    return 'committed';
  };
  /** What no tick orders. */
  const commitOthers = (change: Change): Committed => {
    countBegun(change, tableOf(tables, change.after.campaign));
    return commit(change);
  };
  return {
    load: async (ref) => lastReads.record(ref, row(ref)?.record),
    loadAttempt: async (ref, id) => lastReads.attempt(ref, row(ref)?.attempts.get(id)),
    loadAttempts: async (calls) =>
      calls.flatMap(({ ref, attempt }) => row(ref)?.attempts.get(attempt) ?? []),
    lastRead: (ref, id) => lastReads.of(ref, id),
    lastSent: (ref, id) => sent.of(ref, id),
    loadMessage: async (ref, message) => row(ref)?.messages.get(message),
    findByContact: async (contact) => contacts.get(contact),
    async lookUp(campaign, by) {
      const found = [...(tables.get(campaign)?.lookUp.get(lookUpKey(by)) ?? [])];
      return found
        .toSorted()
        .slice(0, MOST_FOUND)
        .flatMap((record) => row({ campaign, record })?.record ?? []);
    },
    async commit(change) {
      lastReads.forget(change.after);
      const committed = await sent.storing(change, () => commitOthers(change));
      if (committed === 'committed') lastReads.stored(change);
      return committed;
    },
    async ask(change, passings, now) {
      if (refusal(change, row(change.after), locks)) return 'conflict';
      if (!lines.pass(passings, now)) return 'not-its-turn';
      commit(change);
      return 'committed';
    },
    add: async (changes) => changes.map(commitOthers),
    commitEach: async (changes) => changes.map(commitOthers),
    orderEach: async (changes, turn) => orderEach(changes, turn, campaigns, commit),
    due: async (campaign, until, limit) =>
      inCallingOrder(
        (tables.get(campaign)?.due.first(until, limit) ?? []).map((found) => found.record),
      ),
    look: async (campaign, now, limit) => look(tables.get(campaign), now, limit),
    dueAhead: (campaign, now) =>
      (tables.get(campaign)?.due.first(now, ASKED_AHEAD) ?? []).map(({ record }) => record),
    dueSoon: async (campaign) => tables.get(campaign)?.dueSoon ?? 0,
    underWay: async (campaign) => inFlight(campaign).map(withAttempt),
    underWayIn: async (campaigns) => campaigns.flatMap(inFlight).map(withAttempt),
    someUnderWay: async (campaign, limit) => {
      const found = inFlight(campaign);
      return { calls: found.slice(0, limit).map(withAttempt), isAll: found.length <= limit };
    },
    underWayOf: async (refs) =>
      refs.flatMap((ref) => {
        const found = row(ref);
        const current = found?.record.current;
        if (found === undefined || current === undefined || found.record.toErase) return [];
        return [{ record: found.record, attempt: found.attempts.get(current.attempt) }];
      }),
    begun: async (campaign, now) => {
      const { begun = 0, begunAt = 0 } = tables.get(campaign) ?? {};
      return { count: begun, isInIndex: now - begunAt >= IN_INDEX };
    },
    inFlight: async (campaign) => inFlight(campaign).map((found) => found.record),
    overdue: async (campaign, now) =>
      overdueOf(
        inFlight(campaign).map((found) => found.record),
        now,
      ),
    withAgent: async (agent) =>
      [...tables.values()]
        .flatMap(({ inFlight }) => [...inFlight])
        .flatMap(({ attempts }) => [...attempts.values()])
        .filter((attempt) => attempt.agent === agent && !attempt.settled),
    unclaimed: async (campaign, limit) =>
      [...(tables.get(campaign)?.inFlight ?? [])]
        .flatMap(({ attempts }) => [...attempts.values()])
        .filter((one) => isConversation(one) && !one.settled && one.agent === undefined)
        .toSorted((a, b) => a.orderedAt - b.orderedAt)
        .slice(0, limit),
    waitingFor: async (agent, limit) =>
      [...tables.values()]
        .flatMap(({ rows }) => [...rows.values()])
        .map(({ record }) => record)
        .filter((record) => waitsFor(record) === agent)
        .slice(0, limit),
    setAside: async (campaign, limit) =>
      [...(tables.get(campaign)?.setAside ?? [])].slice(0, limit).map((found) => found.record),
    unhandled: async (campaign, agent, limit) =>
      [...(tables.get(campaign)?.unhandled ?? [])]
        .map(({ record }) => record)
        .filter(({ unhandled }) => unhandled?.agent === agent)
        .toSorted((a, b) => (a.unhandled?.since ?? 0) - (b.unhandled?.since ?? 0))
        .slice(0, limit),
    hangingMessages: async (campaign, before) =>
      [...(tables.get(campaign)?.waiting.values() ?? [])].filter(
        (message) => (waitsSince(message) ?? before) < before,
      ),
    kept: async (ref) => ({
      attempts: [...(row(ref)?.attempts.values() ?? [])],
      messages: [...(row(ref)?.messages.values() ?? [])],
    }),
    toErase: async (campaign) =>
      [...(tables.get(campaign)?.toErase ?? [])].map((found) => found.record),
    counts: async (campaign) => tables.get(campaign)?.counters.snapshot() ?? {},
    all: function* (campaign) {
      for (const each of rowsOf(campaign)) yield each.record;
    },
    nextDue: (campaign) => tables.get(campaign)?.due.next(),
    attemptsOf: (ref) => [...(row(ref)?.attempts.values() ?? [])],
    messagesOf: (ref) => [...(row(ref)?.messages.values() ?? [])],
  };
}

function countBegun(change: Change, table: CampaignTable): void {
  if (!beginsContact(change)) return;
  table.begun++;
  table.begunAt = Math.max(table.begunAt, change.after.updatedAt);
}

function orderEach(
  changes: readonly Change[],
  turn: OrderTurn,
  campaigns: MemoryCampaignStore,
  commit: (change: Change) => Committed,
): Ordering {
  if (!campaigns.isTurn(turn))
    return { committed: changes.map(() => 'conflict'), isOvertaken: true };
  const committed = changes.map(commit);
  const refused = committed.flatMap((each, n) => (each === 'committed' ? [] : [n]));
  if (refused.length === changes.length) return { committed, isOvertaken: false };
  const state = turn.after(new Set(refused));
  campaigns.endTurn(turn, state);
  return { committed, state, isOvertaken: false };
}

function tableOf(tables: Map<CampaignId, CampaignTable>, campaign: CampaignId): CampaignTable {
  const found = tables.get(campaign);
  if (found) return found;
  const table = new CampaignTable();
  tables.set(campaign, table);
  return table;
}

function refusal(
  change: Change,
  row: Row | undefined,
  locks: NumberLocks,
): Exclude<Committed, 'committed'> | undefined {
  const { before, after, attempt, messages = [], takeNumber } = change;
  const stale =
    (!leavesRecord(change) && isStale(row?.record, before, after)) ||
    (attempt !== undefined &&
      isStale(row?.attempts.get(attempt.after.id), attempt.before, attempt.after)) ||
    messages.some((each) => isStale(row?.messages.get(each.after.id), each.before, each.after));
  if (stale) return 'conflict';
  return takeNumber && locks.isTaken(takeNumber) ? 'number-taken' : undefined;
}

const withAttempt = ({ record, attempts }: Row) => ({
  record,
  attempt: record.current && attempts.get(record.current.attempt),
});

interface Versioned {
  readonly version: number;
}

/** Whether what is stored is no longer what the change started from. */
function isStale(
  stored: Versioned | undefined,
  before: Versioned | undefined,
  after: Versioned,
): boolean {
  const from = before?.version ?? 0;
  invariant(after.version === from + 1, 'a change goes one version on');
  return stored?.version !== before?.version;
}

/** Records of which is known ahead that they come due. */
const ASKED_AHEAD = 16;

function look(table: CampaignTable | undefined, now: Instant, limit: number): DueLook {
  const until = plus(now, AHEAD);
  if (table === undefined) return { due: [], rest: { until, dueSoon: 0 } };
  const found = table.due.first(now, limit + 1);
  const due = inCallingOrder(found.slice(0, limit).map(({ record }) => record));
  if (found.length > limit) return { due, rest: undefined };
  const next = instant(Math.min(until, table.due.nextAfter(now, limit + 1) ?? until));
  return { due, rest: { until: next, dueSoon: table.dueSoon } };
}

function write(change: Change & Counting, table: CampaignTable): void {
  const { after } = change;
  const row = rowFor(after, table);
  const leaves = leavesRecord(change);
  if (!leaves) row.record = after;
  if (change.attempt) {
    if (row.attempts === NO_ATTEMPTS) row.attempts = new Map();
    row.attempts.set(change.attempt.after.id, change.attempt.after);
  }
  for (const { after: message } of change.messages ?? []) {
    if (row.messages === NO_MESSAGES) row.messages = new Map();
    row.messages.set(message.id, message);
    if (waitsSince(message) !== undefined) table.waiting.set(message.id, message);
    else table.waiting.delete(message.id);
  }
  table.counters.apply(change);
  if (leaves) return;
  if (isDueSoon(change)) table.dueSoon++;
  table.due.set(row, callingRank(after), after.current ? undefined : after.nextContact);
  if (after.current) table.inFlight.add(row);
  else table.inFlight.delete(row);
  table.unhandled.delete(row);
  if (after.unhandled && !after.current) table.unhandled.add(row);
  table.setAside.delete(row);
  if (after.state === 'set-aside' && !after.current) table.setAside.add(row);
  if (after.toErase) table.toErase.add(row);
  else table.toErase.delete(row);
}

function keepKeys(
  { before, after }: Change,
  { lookUp }: CampaignTable,
  fieldsOf: () => readonly string[],
): void {
  const { added, removed } = lookUpChanges(before, after, fieldsOf);
  for (const key of added) {
    const records = lookUp.get(key) ?? new Set();
    lookUp.set(key, records.add(after.record));
  }
  for (const key of removed) lookUp.get(key)?.delete(after.record);
}

function rowFor(record: CampaignRecord, table: CampaignTable): Row {
  const found = table.rows.get(record.record);
  if (found) return found;
  const row: Row = { record, attempts: NO_ATTEMPTS, messages: NO_MESSAGES };
  table.rows.set(record.record, row);
  return row;
}

function remember(
  { after, attempt }: Change,
  contacts: Map<ContactId, { ref: RecordRef; attempt: AttemptId }>,
): void {
  const contact = attempt?.after.contact;
  if (!attempt || contact === undefined) return;
  const { before, after: now } = attempt;
  const begins = before?.contact === undefined || (before.settled && !now.settled);
  if (!begins) return;
  const ref = { campaign: after.campaign, record: after.record };
  contacts.set(contact, { ref, attempt: attempt.after.id });
}
