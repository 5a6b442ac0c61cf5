import type { Instant } from '../../domain/model/instant.ts';

/** One change somebody asked for. Nothing in it is about a person who is called. */
export interface AuditEntry {
  readonly at: Instant;
  /** Of the request; with the moment it names the entry. */
  readonly id: string;
  /** User name, or `program <client>`. */
  readonly by: string;
  readonly operation: string;
  readonly campaign?: string | undefined;
  readonly record?: string | undefined;
  /** What it was before and became, by what changed; names of fields stand without their values. */
  readonly from?: Readonly<Record<string, string>> | undefined;
  readonly to?: Readonly<Record<string, string>> | undefined;
  /** Status of the answer. */
  readonly status: number;
}

/** Only grows: an entry is never changed and never taken away. */
export interface Audit {
  append(entry: AuditEntry): Promise<void>;
}

/** Where a page ended: the entry it gave last. */
export interface AuditPosition {
  readonly at: Instant;
  readonly id: string;
}

export interface AuditTrail {
  /** The newest first. @param until entries of later than that are left out */
  page(
    limit: number,
    until: Instant,
    after?: AuditPosition,
  ): Promise<{ readonly entries: readonly AuditEntry[]; readonly next?: AuditPosition }>;
}
