// One event on its way to one endpoint: tried, tried again with growing pauses for more than a day,
// then kept (WHK-3). It holds no word of the event itself: every try reads it from the journal, so
// that what was erased meanwhile is not told.
import { createHash } from 'node:crypto';
import { type Instant, instant, plus } from '../model/instant.ts';
import type { EntryType } from '../model/journal.ts';
import type { JournalLine } from '../model/journal-line.ts';
import { deliveryId, type EndpointRef } from './endpoint.ts';

/** waiting: to be tried, from `due` on · failed: kept, tried again only when somebody asks. */
export type DeliveryState = 'waiting' | 'delivered' | 'failed';

export interface Try {
  readonly at: Instant;
  /** HTTP status; missing when there was no answer, and of e-mails. */
  readonly status?: number | undefined;
  readonly milliseconds: number;
  /** Why it did not count as delivered, in words that hold nothing of the answer. */
  readonly because?: string | undefined;
}

export interface WebhookDelivery extends EndpointRef {
  readonly id: string;
  /** Counts changes, from 1. */
  readonly version: number;
  /** Id of the event: a line of the journal. */
  readonly event: string;
  readonly type: EntryType;
  readonly record?: string | undefined;
  /** When the event happened. */
  readonly happened: Instant;
  readonly state: DeliveryState;
  /** When it is tried next; only while waiting. */
  readonly due?: Instant | undefined;
  /** E-mails: `due` is its turn in the line of e-mails, in which it stands no second time. */
  readonly inTurn?: boolean | undefined;
  /** Tries since it was ordered, or ordered again. */
  readonly round: number;
  /** Every try there was, the latest ones where there were many. */
  readonly tries: readonly Try[];
  /** Tries of all, also of those that are not listed any more. */
  readonly tried: number;
}

/** What came of a try. */
export type TryOutcome =
  | { readonly kind: 'delivered' }
  /** Not now; `after` seconds when the receiver said so. */
  | { readonly kind: 'refused'; readonly because: string; readonly after?: number | undefined }
  /** The receiver wants nothing more: HTTP 410. */
  | { readonly kind: 'gone' };

/** Seconds before the second try, the third, and so on; 27.6 hours in all. */
export const PAUSES = [5, 300, 1800, 7200, 18_000, 36_000, 36_000] as const;
/** A receiver's wish for a later time counts up to a day. */
const LONGEST_WISH = 86_400;
/**
 * Share by which a pause is longer or shorter, so that what failed together does not come together.
 */
const JITTER = 0.1;
const MOST_TRIES_KEPT = 20;

export function tried(before: WebhookDelivery, attempt: Try, outcome: TryOutcome): WebhookDelivery {
  const { due: _, inTurn: __, ...delivery } = before;
  const base = {
    ...delivery,
    version: before.version + 1,
    round: before.round + 1,
    tried: before.tried + 1,
    tries: [...before.tries, attempt].slice(-MOST_TRIES_KEPT),
  };
  if (outcome.kind === 'delivered') return { ...base, state: 'delivered' };
  if (outcome.kind === 'gone') return { ...base, state: 'failed' };
  const pause = pauseAfter(base, outcome.after);
  if (pause === undefined) return { ...base, state: 'failed' };
  return { ...base, state: 'waiting', due: plus(attempt.at, pause) };
}

/** Seconds until the next try; undefined after the last. */
function pauseAfter({ id, round }: WebhookDelivery, wish = 0): number | undefined {
  const pause = PAUSES[round - 1];
  if (pause === undefined) return undefined;
  return Math.max(pause * (1 + JITTER * chance(id, round)), Math.min(wish, LONGEST_WISH));
}

/** From -1 to 1, the same for the same try of the same delivery. */
function chance(id: string, round: number): number {
  const [first = 0, second = 0] = createHash('sha256').update(`${id} ${round}`).digest();
  return ((first * 256 + second) / 65_535) * 2 - 1;
}

/** To be tried as soon as its turn comes, as if it had never been tried. */
export function again(before: WebhookDelivery, now: Instant): WebhookDelivery {
  return { ...before, version: before.version + 1, state: 'waiting', round: 0, due: now };
}

/** An e-mail whose turn has not come; it was not tried. */
export const inTurn = (before: WebhookDelivery, due: Instant): WebhookDelivery => ({
  ...before,
  ...{ version: before.version + 1, due, inTurn: true },
});

/** Of an event that has just happened. */
export function newDelivery(
  endpoint: EndpointRef,
  { id: event, record, entry }: JournalLine,
  now: Instant,
): WebhookDelivery {
  const { campaign, webhook } = endpoint;
  const { type, at } = entry;
  return {
    ...{ campaign, webhook, id: deliveryId(endpoint, { id: event, at }), version: 1 },
    ...{ event, type, record, happened: instant(at) },
    ...{ state: 'waiting', due: now, round: 0, tries: [], tried: 0 },
  };
}

/** What became of it as an HTTP answer tells. */
export function outcomeOf(
  status: number,
  retryAfter: string | undefined,
  now: Instant,
): TryOutcome {
  if (status >= 200 && status < 300) return { kind: 'delivered' };
  if (status === 410) return { kind: 'gone' };
  const because =
    status >= 300 && status < 400 ? `${status}: redirects are not followed` : String(status);
  return { kind: 'refused', because, after: secondsOf(retryAfter, now) };
}

/** Retry-After: seconds, or a date. RFC 9110, 10.2.3 */
function secondsOf(retryAfter: string | undefined, now: Instant): number | undefined {
  if (retryAfter === undefined) return undefined;
  if (/^\d{1,9}$/.test(retryAfter.trim())) return Number(retryAfter);
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}

export const soonest = (one: Instant | undefined, other: Instant | undefined) =>
  one === undefined || other === undefined ? (one ?? other) : instant(Math.min(one, other));
