import type { AttemptRef } from '../../domain/model/attempt-ref.ts';

export interface DialOrder extends AttemptRef {
  /** Names of its number in the ledger, so that who places the call reads it with the call. */
  readonly listed?: readonly string[] | undefined;
}

export interface DialQueue {
  /** @param delays seconds (0 to 900) before each order is handed out, in step with the orders */
  send(orders: readonly DialOrder[], delays?: readonly number[]): Promise<void>;
}
