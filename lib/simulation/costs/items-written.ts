// What a change of a record writes to the tables: the items of its transaction, and the writes
// of the index that follow from it. A test holds it against the DynamoDB adapter.
import { countsDelta } from '../../domain/campaigns/counts.ts';
import { waitsSince } from '../../domain/messaging/hanging.ts';
import { type Change, leavesRecord } from '../../domain/model/change.ts';
import { countedAttempts } from '../../domain/model/counted-attempts.ts';
import type { Gate } from '../../domain/model/gate.ts';
import { instant, toIso } from '../../domain/model/instant.ts';
import type { RecordEntry } from '../../domain/model/journal.ts';
import { storedTogether } from '../../domain/model/journal-line.ts';
import type { Message } from '../../domain/model/message.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { lookUpChanges } from '../../domain/records/look-up.ts';
import { shortAttempt, shortRecord } from '../../domain/records/short-items.ts';
import { dayCounts } from '../../domain/reports/day-counts.ts';
import { countedTogether, wayCounts } from '../../domain/reports/way-counts.ts';
import { isConversation } from '../../domain/texting/replies.ts';
import { countsNothing } from '../memory/counters.ts';

/**
 * Whether Connect's name for the call comes with this change: then it is stored as an item of its
 * own.
 */
const namesContact = ({ attempt }: Change): boolean =>
  attempt?.after.contact !== undefined && attempt.before?.contact === undefined;

/**
 * Items of one transaction, in the order of lib/aws/dynamodb/record-store.ts. @param fields those
 * callers are asked for
 */
export function itemsOf(
  change: Change,
  fields: () => readonly string[] = () => [],
): readonly { kind: string; item: unknown }[] {
  const { after, messages = [], entries, takeNumber: take, freeNumber: free } = change;
  const counted = !countsNothing(change) && Object.keys(countsDelta(change)).length > 0;
  const small = (kind: string) => [{ kind, item: undefined }];
  const { added, removed } = lookUpChanges(change.before, after, fields);
  return [
    ...attemptsOf(change),
    ...(namesContact(change) ? small('contact') : []),
    ...messages.map((message) => ({ kind: 'message', item: message.after })),
    ...storedTogether(entries).map((some) => ({
      kind: some.map(({ type }) => type).join(' '),
      item: some.map(asStored),
    })),
    ...[...added, ...removed, ...removed].flatMap(() => small('look-up')),
    ...listsOf(change).flatMap(() => small('with agent')),
    ...(counted ? small('counts') : []),
    ...countedTogether(
      dayCounts(change, () => ''),
      wayCounts(change, () => ''),
    ).flatMap(() => small('figures')),
    ...(take ? small('number') : []),
    ...(free && free.phone !== take?.phone ? small('number') : []),
  ];
}

/**
 * The attempt a record is in lies within it, and is an item of its own afterwards
 * (lib/aws/dynamodb/attempt-items.ts).
 */
function attemptsOf(change: Change): readonly { kind: string; item: unknown }[] {
  const { before, after, attempt } = change;
  const [was, is] = [before?.current?.attempt, after.current?.attempt];
  const named = attempt?.after;
  const isWithin = named !== undefined && named.id === is;
  if (leavesRecord(change) && !isWithin) return named ? [{ kind: 'attempt', item: named }] : [];
  const comesBack = isWithin && was !== is && attempt?.before !== undefined;
  return [
    isWithin
      ? {
          kind: `record ${after.current?.phase}`,
          item: { ...shortRecord(after), underWay: shortAttempt(named) },
        }
      : { kind: 'record', item: shortRecord(after) },
    ...(was !== undefined && was !== is && named?.id !== was
      ? [{ kind: 'attempt', item: {} }]
      : []),
    ...(named !== undefined && !isWithin ? [{ kind: 'attempt', item: named }] : []),
    ...(comesBack ? [{ kind: 'attempt', item: {} }] : []),
  ];
}

/** Lists an attempt comes to or leaves: an agent's, or that of conversations nobody has. */
function listsOf({ attempt }: Change): readonly string[] {
  const [was, is] = [attempt?.before, attempt?.after].map((one) => {
    if (one === undefined || one.settled) return undefined;
    return one.agent ?? (isConversation(one) ? '' : undefined);
  });
  return was === is ? [] : [was, is].filter((list) => list !== undefined);
}

/**
 * Writes of the index `due` that follow from a change of a record: it enters, moves, leaves or is
 * written anew; one that is added enters the index of all records as well.
 */
export function indexWrites(change: Change): number {
  const { before, after, messages = [] } = change;
  const [from, to] = [before && placeOf(before), placeOf(after)];
  const waiting = messages.map(({ before, after }) =>
    before?.state === 'ordered' && after.state === 'sending'
      ? 1 // it stays in its place (lib/aws/dynamodb/message-write.ts)
      : writesBetween(before && placeOfMessage(before), placeOfMessage(after)),
  );
  const named = change.attempt?.after.id;
  const isApart = leavesRecord(change) && (named === undefined || named !== after.current?.attempt);
  const listed = countedAttempts(change).filter(
    ({ before, after }) => (before?.status ?? after?.status) !== undefined,
  );
  const own =
    listed.length + (isApart ? 0 : writesBetween(from, to)) + (before === undefined ? 1 : 0);
  return waiting.reduce((sum, writes) => sum + writes, own);
}

function placeOfMessage(message: Message): string | undefined {
  const since = waitsSince(message);
  return since === undefined ? undefined : `waits since ${since}`;
}

function writesBetween(from: string | undefined, to: string | undefined): number {
  if (from === undefined || to === undefined) return from === to ? 0 : 1;
  return from === to ? 1 : 2;
}

function placeOf({ state, current, nextContact, updatedAt }: CampaignRecord): string | undefined {
  if (current) return 'flight';
  if (state === 'set-aside') return `aside ${updatedAt}`;
  return nextContact === undefined ? undefined : `due ${nextContact}`;
}

/**
 * Gates are stored as rows, in which the moment of the entry is a sign
 * (lib/aws/dynamodb/journal-text.ts).
 */
function asStored(entry: RecordEntry): unknown {
  if (!('gates' in entry)) return entry;
  const then = toIso(instant(entry.at));
  const rowOf = (gate: Gate) => Object.values(gate).map((value) => (value === then ? '@' : value));
  return { ...entry, gates: entry.gates?.map(rowOf) };
}
