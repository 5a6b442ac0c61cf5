// What a running function has stored last of messages that it sent and whose delivery is still to
// be told, with their records: the provider's word comes some seconds later, and mostly to the same
// function. Of others, and longer than a while, nothing is kept: they are about people.
import { HANGS } from '../domain/messaging/hanging.ts';
import { type Change, type Committed, leavesRecord } from '../domain/model/change.ts';
import type { MessageId, RecordRef } from '../domain/model/ids.ts';
import { isPast, plus } from '../domain/model/instant.ts';
import { recordOwner } from '../domain/model/journal-line.ts';
import type { Message } from '../domain/model/message.ts';
import type { CampaignRecord } from '../domain/model/record.ts';

/** Messages known without asking. */
const MOST = 100;

export interface KnownMessage {
  readonly record: CampaignRecord;
  readonly message: Message;
}

export class SentMessages {
  /** The oldest first; one of a record. */
  private readonly known = new Map<string, KnownMessage>();

  of(ref: RecordRef, id: MessageId): KnownMessage | undefined {
    const found = this.known.get(recordOwner(ref));
    return found?.message.id === id ? found : undefined;
  }

  /** While it is stored, and if it is refused, nothing is known of its record. */
  async storing(change: Change, store: () => Committed | Promise<Committed>): Promise<Committed> {
    this.known.delete(recordOwner(change.after));
    const committed = await store();
    if (committed === 'committed' && !leavesRecord(change)) this.keep(change);
    return committed;
  }

  private keep({ after: record, messages = [] }: Change): void {
    const [message, ...others] = messages.map(({ after }) => after);
    if (message?.state !== 'sent' || others.length > 0) return;
    this.known.set(recordOwner(record), { record, message });
    for (const [owner, { message: old }] of this.known) {
      const isOld = isPast(plus(old.changedAt, HANGS), message.changedAt);
      if (isOld || this.known.size > MOST) this.known.delete(owner);
    }
  }
}
