import type { PoolLow } from '../../domain/campaigns/notices.ts';
import type { MessageId, RecordRef } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';

export interface MessageOrder {
  readonly ref: RecordRef;
  readonly message: MessageId;
}

/** An e-mail about an alert. */
export interface NoticeOrder extends PoolLow {
  /** Id in the centre. */
  readonly supervisor: string;
  /** When its turn comes in the line of e-mails. */
  readonly turn: Instant;
}

/** Messages of one kind on their way to the function that sends them. */
export interface MessageQueue {
  /** @param delay seconds, 0 to 900 */
  send(order: MessageOrder, delay: number): Promise<void>;
}

export interface EmailQueue extends MessageQueue {
  send(order: MessageOrder | NoticeOrder, delay: number): Promise<void>;
}
