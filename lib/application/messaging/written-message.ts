// A message that a person at the centre writes to the person of a record: ordered like any other
// and sent once; what forbids writing is asked when it leaves.
import type { RecordRef } from '../../domain/model/ids.ts';
import { type Message, type MessageContent, writtenId } from '../../domain/model/message.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { changed } from '../../domain/records/record-changes.ts';
import type { Ports } from '../ports/ports.ts';
import { untilCommitted } from '../until-committed.ts';

export type WrittenMessage =
  | { readonly kind: 'ordered' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

export const refusedToWrite = (...reasons: readonly string[]): WrittenMessage => ({
  kind: 'refused',
  reasons,
});

export interface Writing {
  /** Chosen by whoever writes: the same message again is the same one. */
  readonly id: string;
  readonly by: string;
  /** What is sent, or why there is nothing to send. */
  readonly compose: (record: CampaignRecord) => MessageContent | { readonly because: string };
}

const isInContact = ({ current }: CampaignRecord): boolean =>
  current?.phase === 'with-agent' || current?.phase === 'wrap-up';

export function orderWritten(
  ref: RecordRef,
  { id: chosen, by, compose }: Writing,
  ports: Pick<Ports, 'records' | 'clock'>,
): Promise<WrittenMessage> {
  const id = writtenId(chosen);
  return untilCommitted(`record ${ref.record}`, async (): Promise<WrittenMessage | 'conflict'> => {
    const [record, before] = await Promise.all([
      ports.records.load(ref),
      ports.records.loadMessage(ref, id),
    ]);
    if (record === undefined) return { kind: 'missing' };
    if (before !== undefined) return { kind: 'ordered' };
    const content = compose(record);
    if ('because' in content) return refusedToWrite(content.because);
    const now = ports.clock.now();
    const message: Message = {
      campaign: ref.campaign,
      record: ref.record,
      id,
      version: 1,
      state: 'ordered',
      content,
      // what is promised in a conversation belongs to it, whatever the caps (NEW-7)
      ...(isInContact(record) && { isAnswer: true }),
      orderedAt: now,
      changedAt: now,
    };
    const { kind } = content;
    const committed = await ports.records.commit({
      before: record,
      after: changed(record, now),
      entries: [{ type: 'message.ordered', at: now, message: id, kind, by }],
      messages: [{ before: undefined, after: message }],
    });
    return committed === 'committed' ? { kind: 'ordered' } : 'conflict';
  });
}
