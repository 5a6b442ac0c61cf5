// How a message is stored. One whose provider is about to be asked stays in its place among those
// that wait: a move is two writes of the index, and whoever finds it there looks since when it
// does.
import type { LinePassing } from '../../domain/messaging/sending-pace.ts';
import { type Change, leavesRecord } from '../../domain/model/change.ts';
import type { Instant } from '../../domain/model/instant.ts';
import { invariant } from '../../domain/model/invariant.ts';
import type { Dynamo, Write } from './document-table.ts';
import { messageItem, messageKey } from './record-items.ts';
import { passingWrite } from './sending-lines.ts';
import { difference, isStill, put, set } from './writes.ts';

export function messageWrite(
  table: string,
  { before, after }: NonNullable<Change['messages']>[number],
): Write {
  if (before?.state !== 'ordered' || after.state !== 'sending')
    return put(table, messageItem(after), isStill(before));
  const { at: _, ...changed } = difference(messageItem(before), messageItem(after));
  return set(table, messageKey(after, after.id), changed, isStill(before));
}

/** The message, and the lines it passes. */
export async function askInTurn(
  db: Dynamo,
  tables: { readonly records: string; readonly runtime: string },
  change: Change,
  passings: readonly LinePassing[],
  now: Instant,
): Promise<'committed' | 'conflict' | 'not-its-turn'> {
  const [message, ...others] = change.messages ?? [];
  const isAlone = leavesRecord(change) && change.attempt === undefined && others.length === 0;
  invariant(message !== undefined && isAlone, 'one message is asked for at a time');
  const [refused] = await db.transact([
    messageWrite(tables.records, message),
    ...passings.map((each) => passingWrite(tables.runtime, each, now)),
  ]);
  if (refused === undefined) return 'committed';
  return refused === 0 ? 'conflict' : 'not-its-turn';
}
