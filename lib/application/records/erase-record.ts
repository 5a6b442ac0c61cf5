// A person at the centre erases what a record says about somebody, as the tile delete-contact does
// (CBR-15). The record is emptied at once; its earlier calls, its messages and the values in its
// journal follow by the sweeper, which finds it by its mark.
import type { RecordRef } from '../../domain/model/ids.ts';
import { emptiedRecord } from '../../domain/records/erasure.ts';
import { changed } from '../../domain/records/record-changes.ts';
import type { Ports } from '../ports/ports.ts';
import { untilCommitted } from '../until-committed.ts';

export type RecordErased =
  | { readonly kind: 'erased' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

export function eraseRecord(
  ref: RecordRef,
  by: string,
  ports: Pick<Ports, 'records' | 'clock'>,
): Promise<RecordErased> {
  return untilCommitted(`record ${ref.record}`, async (): Promise<RecordErased | 'conflict'> => {
    const record = await ports.records.load(ref);
    if (record === undefined) return { kind: 'missing' };
    if (record.state === 'deleted') return { kind: 'unchanged' };
    if (record.current !== undefined)
      return { kind: 'refused', reasons: ['a contact with it is under way'] };
    const now = ports.clock.now();
    const committed = await ports.records.commit({
      before: record,
      after: changed(emptiedRecord(record), now),
      entries: [{ type: 'record.deleted', at: now, because: `by ${by}` }],
    });
    return committed === 'committed' ? { kind: 'erased' } : 'conflict';
  });
}
