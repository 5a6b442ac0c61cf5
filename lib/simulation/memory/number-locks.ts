// Numbers taken by an attempt until a moment (DIA-7), across campaigns.

import type { Change } from '../../domain/model/change.ts';
import type { AttemptId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';

type Take = NonNullable<Change['takeNumber']>;
type Free = NonNullable<Change['freeNumber']>;

export class NumberLocks {
  private readonly locks = new Map<string, { attempt: AttemptId; until: Instant }>();

  isTaken({ phone, attempt, now }: Take): boolean {
    const lock = this.locks.get(phone);
    return lock !== undefined && lock.attempt !== attempt && lock.until > now;
  }

  take({ phone, attempt, until }: Take): void {
    this.locks.set(phone, { attempt, until });
  }

  /** Without effect when another attempt took the number since. */
  free({ phone, attempt }: Free): void {
    if (this.locks.get(phone)?.attempt === attempt) this.locks.delete(phone);
  }
}
