// Numbers taken by an attempt until a moment (DIA-7), across campaigns, and when calls to them
// ended.

import type { Change } from '../../domain/model/change.ts';
import type { AttemptId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';

type Take = NonNullable<Change['takeNumber']>;
type Free = NonNullable<Change['freeNumber']>;

interface Lock {
  readonly attempt: AttemptId;
  readonly until: Instant;
  readonly calledUntil?: Instant;
}

export class NumberLocks {
  private readonly locks = new Map<string, Lock>();

  isTaken({ phone, attempt, now, rested = now }: Take): boolean {
    const lock = this.locks.get(phone);
    if (lock === undefined || lock.attempt === attempt) return false;
    return lock.until > now || (lock.calledUntil !== undefined && lock.calledUntil > rested);
  }

  take({ phone, attempt, until }: Take): void {
    this.locks.set(phone, { attempt, until });
  }

  /** Without effect when another attempt took the number since. */
  free({ phone, attempt, calledUntil }: Free): void {
    if (this.locks.get(phone)?.attempt !== attempt) return;
    if (calledUntil === undefined) this.locks.delete(phone);
    else this.locks.set(phone, { attempt, until: calledUntil, calledUntil });
  }
}
