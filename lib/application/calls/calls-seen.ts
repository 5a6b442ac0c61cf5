// What a running function knows of calls that we placed: those it has taken news of in, all that
// nobody had yet when it looked at the calls in flight, and those whose rule it has run while the
// agent's wrap-up went on. So the news of a call is mostly taken in without a read; whoever has
// changed it since refuses that by its version, and it is read after all. A refused transaction
// costs as much as one that is done, so after each some forty calls are read. They are about
// people: what was seen is forgotten after a minute, or ten while an agent talks. Whose a contact
// is stays known longer, by names alone.
import { TOLD_LATE } from '../../domain/calls/relevant-contact-events.ts';
import type { Attempt } from '../../domain/model/attempt.ts';
import type { AttemptRef } from '../../domain/model/attempt-ref.ts';
import type { Change } from '../../domain/model/change.ts';
import type { ContactFacts } from '../../domain/model/contact-facts.ts';
import type { CampaignId, ContactId } from '../../domain/model/ids.ts';
import { type Instant, plus } from '../../domain/model/instant.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import type { RecordStore } from '../ports/record-store.ts';

/** Calls that are remembered. */
const MOST_CALLS = 100;
const MOST_OWNERS = 1000;
/** Seconds a call is remembered as it was seen; one that an agent has. */
const KEPT = 60;
const KEPT_TALKING = 600;
/** Calls that are read after one that others had changed: so at most one of 41 is refused. */
const READ_AFTER_REFUSAL = 40;
/** Calls in flight that are looked at; where there are more, nobody looks. */
const LOOKED_AT = 50;
/** Looks that did not find the contact before none is tried for a while, and its seconds. */
const MISSES = 3;
const PAUSE = 300;

export interface SeenCall {
  readonly record: CampaignRecord;
  readonly attempt: Attempt;
}

interface Seen extends SeenCall {
  readonly until: Instant;
}

type Look = Pick<RecordStore, 'someUnderWay'>;

export class CallsSeen {
  /** The oldest first. */
  private readonly calls = new Map<ContactId, Seen>();
  /** Those in a wrap-up that were classified, as their rule began or ended. */
  private readonly ruled = new Map<ContactId, Seen>();
  private readonly owners = new Map<ContactId, AttemptRef>();
  /** Of the call that was placed last, of those known. */
  private campaign: CampaignId | undefined;
  private misses = 0;
  private looking: ReturnType<Look['someUnderWay']> | undefined;
  private pausedUntil: Instant | undefined;
  private toRead = 0;

  /** Whose it is, if that is known. */
  ownerOf(contact: ContactId): AttemptRef | undefined {
    return this.owners.get(contact);
  }

  /** The call as it was seen, if these facts can be the next thing that happened to it. */
  as(facts: ContactFacts, now: Instant): SeenCall | undefined {
    this.forgetOld(now);
    const seen = this.next(facts, now);
    if (seen === undefined) return undefined;
    if (this.toRead === 0) return seen;
    this.toRead--;
    return undefined;
  }

  private next(facts: ContactFacts, now: Instant): Seen | undefined {
    if (facts.wrapUpEnded !== undefined) return this.ruled.get(facts.contact);
    const seen = this.calls.get(facts.contact);
    return seen !== undefined && isNext(facts, seen.attempt, now) ? seen : undefined;
  }

  /** A call that it knew had been changed by somebody else. */
  refused(): void {
    this.toRead = READ_AFTER_REFUSAL;
  }

  /** Looks at the calls in flight where the contact of these facts is probably among them. */
  async look(facts: ContactFacts, now: Instant, store: Look): Promise<void> {
    const { contact, connectedToAgent, disconnected } = facts;
    const isKnown = this.owners.has(contact) || this.calls.has(contact);
    const isOver = connectedToAgent !== undefined && disconnected !== undefined;
    const isPaused = this.pausedUntil !== undefined && now < this.pausedUntil;
    if (this.campaign === undefined || isKnown || isOver || isPaused) return;
    const isAll = await this.lookAt(this.campaign, now, store);
    this.misses = this.owners.has(contact) ? 0 : this.misses + 1;
    if (isAll && this.misses < MISSES) return;
    this.misses = 0;
    this.pausedUntil = plus(now, PAUSE);
  }

  /** Events that come together look once. */
  private async lookAt(campaign: CampaignId, now: Instant, store: Look): Promise<boolean> {
    const looking = this.looking ?? store.someUnderWay(campaign, LOOKED_AT);
    this.looking = looking;
    try {
      const { calls, isAll } = await looking;
      for (const { record, attempt } of calls) {
        if (attempt === undefined) continue;
        this.own(record, attempt);
        if (attempt.agent === undefined) this.see(record, attempt, now);
      }
      return isAll;
    } finally {
      this.looking = undefined;
    }
  }

  /** It was taken in, and is so now. */
  stored({ after, attempt }: Change, now: Instant): void {
    if (attempt === undefined || attempt.after.direction !== 'outbound') return;
    this.campaign = after.campaign;
    this.own(after, attempt.after);
    this.see(after, attempt.after, now);
  }

  /** As its rule has begun with it, or has left it: mostly the end of the wrap-up comes next. */
  ruledOn(record: CampaignRecord, attempt: Attempt, now: Instant): void {
    const { contact, direction, timestamps } = attempt;
    if (contact === undefined || direction !== 'outbound') return;
    this.ruled.delete(contact);
    const { connectedToAgent, disconnected, wrapUpEnded } = timestamps;
    if (connectedToAgent === undefined || disconnected === undefined) return;
    if (wrapUpEnded !== undefined) return;
    this.own(record, attempt);
    this.ruled.set(contact, { record, attempt, until: plus(now, KEPT) });
    shorten(this.ruled, MOST_CALLS);
  }

  forget(contact: ContactId): void {
    this.calls.delete(contact);
    this.ruled.delete(contact);
  }

  private own({ campaign, record }: CampaignRecord, { contact, id, direction }: Attempt): void {
    if (contact === undefined || direction !== 'outbound') return;
    this.owners.set(contact, { ref: { campaign, record }, attempt: id });
    shorten(this.owners, MOST_OWNERS);
  }

  private see(record: CampaignRecord, attempt: Attempt, now: Instant): void {
    const { contact } = attempt;
    if (contact === undefined || !goesOn(record, attempt)) return;
    // the index may show it as it was before this function has stored it
    if ((this.calls.get(contact)?.record.version ?? 0) >= record.version) return;
    this.calls.delete(contact);
    const kept = attempt.agent === undefined ? KEPT : KEPT_TALKING;
    this.calls.set(contact, { record, attempt, until: plus(now, kept) });
    shorten(this.calls, MOST_CALLS);
  }

  private forgetOld(now: Instant): void {
    for (const known of [this.calls, this.ruled]) {
      for (const [contact, { until }] of known) if (until < now) known.delete(contact);
    }
  }
}

function shorten(known: Map<ContactId, unknown>, most: number): void {
  const [oldest] = known.keys();
  if (known.size > most && oldest !== undefined) known.delete(oldest);
}

/** A call of the dialer that is going on, unclassified: mostly its events alone change it. */
function goesOn({ current }: CampaignRecord, attempt: Attempt): boolean {
  const { direction, settled, classifier, timestamps } = attempt;
  if (direction !== 'outbound' || settled || classifier !== undefined) return false;
  if (current?.attempt !== attempt.id || current.offeredTo !== undefined) return false;
  return timestamps.disconnected === undefined;
}

/**
 * What came before is known, or so new that nobody has told it: otherwise another function was
 * told, and has changed the call.
 */
function isNext(facts: ContactFacts, { timestamps }: Attempt, now: Instant): boolean {
  const { enqueued, connectedToAgent, disconnected } = facts;
  const isTold = connectedToAgent === undefined || timestamps.connectedToAgent !== undefined;
  if (disconnected !== undefined && !isTold) return false;
  if (enqueued === undefined || timestamps.enqueued !== undefined) return true;
  return now <= plus(enqueued, TOLD_LATE.seconds);
}

/** Of each running function, by the store it asks. */
const remembered = new WeakMap<object, CallsSeen>();

export function callsSeen(store: object): CallsSeen {
  const seen = remembered.get(store) ?? new CallsSeen();
  remembered.set(store, seen);
  return seen;
}
