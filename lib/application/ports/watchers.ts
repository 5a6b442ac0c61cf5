import type { Watch, Watcher } from '../../domain/live/watch.ts';
import type { Instant } from '../../domain/model/instant.ts';

/** Pages that are connected and may be told of changes. */
export interface Watchers {
  /** Who joins after nobody was there may be missing for `NOBODY_FOR`. */
  all(now: Instant): Promise<readonly Watcher[]>;
  /** Without effect when the connection is not known. */
  leave(connection: string): Promise<void>;
}

/** Lets pages in: by a ticket, for one connection. */
export interface Admissions {
  /** The ticket, a secret; nothing of it can be read back. */
  admit(watch: Watch, now: Instant): Promise<string>;
  /** Each ticket once; undefined: it is none, is used, or too old. */
  take(ticket: string, now: Instant): Promise<Watch | undefined>;
  join(watcher: Watcher): Promise<void>;
  leave(connection: string): Promise<void>;
}
