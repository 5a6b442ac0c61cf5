// What a running function has read or stored last of records whose rule is to follow, for the two
// ends of its run, which follow the end of the call within some two seconds. Of others, and longer
// than that, nothing is kept: they are about people.
import type { Attempt } from '../domain/model/attempt.ts';
import type { Change } from '../domain/model/change.ts';
import type { AttemptId, RecordRef } from '../domain/model/ids.ts';
import { plus } from '../domain/model/instant.ts';
import { recordOwner } from '../domain/model/journal-line.ts';
import type { CampaignRecord } from '../domain/model/record.ts';
import type { RecordStore } from './ports/record-store.ts';

/** Records known without asking. */
const MOST = 100;
/** Seconds; one that was changed so long before another is forgotten. */
const KEPT = 60;

interface Read {
  record?: CampaignRecord | undefined;
  attempt?: Attempt | undefined;
}

export class LastReads {
  private readonly known = new Map<string, Read>();

  of(ref: RecordRef, id: AttemptId): ReturnType<RecordStore['lastRead']> {
    const { record, attempt } = this.known.get(recordOwner(ref)) ?? {};
    if (record === undefined || attempt === undefined || attempt.id !== id) return undefined;
    return { record, attempt };
  }

  record(ref: RecordRef, record: CampaignRecord | undefined): CampaignRecord | undefined {
    if (record?.current?.phase !== 'ended') this.forget(ref);
    else {
      this.readOf(ref).record = record;
      this.forgetOlder(record);
    }
    return record;
  }

  attempt(ref: RecordRef, attempt: Attempt | undefined): Attempt | undefined {
    if (attempt?.settled && !attempt.ruleApplied) this.readOf(ref).attempt = attempt;
    return attempt;
  }

  /** It is stored as the change leaves it. */
  stored(change: Change): void {
    if (change.attempt === undefined) return;
    this.record(change.after, change.after);
    this.attempt(change.after, change.attempt.after);
  }

  /** It has changed. */
  forget(ref: RecordRef): void {
    this.known.delete(recordOwner(ref));
  }

  private readOf(ref: RecordRef): Read {
    const owner = recordOwner(ref);
    const read = this.known.get(owner) ?? {};
    this.known.delete(owner);
    this.known.set(owner, read);
    const [oldest] = this.known.keys();
    if (this.known.size > MOST && oldest !== undefined) this.known.delete(oldest);
    return read;
  }

  private forgetOlder({ updatedAt }: CampaignRecord): void {
    for (const [owner, { record }] of this.known) {
      if (record === undefined || plus(record.updatedAt, KEPT) >= updatedAt) return;
      this.known.delete(owner);
    }
  }
}
