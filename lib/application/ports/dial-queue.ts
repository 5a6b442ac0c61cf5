import type { AttemptRef } from '../../domain/model/attempt-ref.ts';

export interface DialQueue {
  /** @param delays seconds (0 to 900) before each order is handed out, in step with the orders */
  send(orders: readonly AttemptRef[], delays?: readonly number[]): Promise<void>;
}
