// How a message is stored. One whose provider is about to be asked stays in its place among those
// that wait: a move is two writes of the index, and whoever finds it there looks since when it
// does.
import type { Change } from '../../domain/model/change.ts';
import type { Write } from './document-table.ts';
import { messageItem, messageKey } from './record-items.ts';
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
