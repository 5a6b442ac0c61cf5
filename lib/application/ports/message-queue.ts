import type { MessageId, RecordRef } from '../../domain/model/ids.ts';

export interface MessageOrder {
  readonly ref: RecordRef;
  readonly message: MessageId;
}

/** Messages of one kind on their way to the function that sends them. */
export interface MessageQueue {
  /** @param delay seconds, 0 to 900 */
  send(order: MessageOrder, delay: number): Promise<void>;
}
