// Most looks at a campaign's due records find nothing. A look sees further than the moment it is
// for, so it tells as well until when the campaign rests. Whoever stores a record that is due
// within that time counts it, and under another count no rest holds.
import type { Change } from '../model/change.ts';
import { type Instant, plus } from '../model/instant.ts';
import type { CampaignRecord } from '../model/record.ts';
import { callingRank } from './next-records.ts';

/** Seconds a look sees ahead: a recall in an hour is beyond it and costs no count. */
export const AHEAD = 3300;
/**
 * Seconds within which a record that is stored counts as due soon: looks are ahead of the clock by
 * up to a minute, and clocks differ.
 */
const SOON = AHEAD + 300;

/**
 * Milliseconds after which what was counted has been stored, and the index has it.
 */
export const IN_INDEX = 10_000;

export interface Rest {
  /** Before this moment nothing is due. */
  readonly until: Instant;
  /** How many records had been counted as due soon. */
  readonly dueSoon: number;
}

/** @param dueSoon the count as it is now */
export function rests(rest: Rest | undefined, now: Instant, dueSoon: number): rest is Rest {
  return rest !== undefined && rest.dueSoon === dueSoon && now < rest.until;
}

/** In place of a count: it holds for none. */
const NO_COUNT = -1;
/** Days for which it is remembered that no ticks follow each other. */
const ASLEEP_DAYS = 7;

/**
 * Stands in place of a rest while no ticks follow each other although records may be due: ticks
 * have ended because nobody was there, or the campaign has just been switched on.
 */
export const asleepFrom = (now: Instant): Rest => ({
  until: plus(now, ASLEEP_DAYS * 86_400),
  dueSoon: NO_COUNT,
});

export const isToldAsleep = (rest: Rest | undefined): boolean => rest?.dueSoon === NO_COUNT;

/** Whether no ticks follow each other, as far as was written down. */
export const isAsleep = (rest: Rest | undefined, now: Instant): boolean =>
  rest !== undefined && now < rest.until;

/**
 * Whether the record has come to those that wait for their call, or forward, and is due soon.
 * @param everywhere also where it stays among them
 */
export function isDueSoon(
  { before, after }: Pick<Change, 'before' | 'after'>,
  everywhere = false,
): boolean {
  const [from, to] = [before && placeOf(before), placeOf(after)];
  if (to === undefined) return false;
  if (!everywhere && from?.rank === to.rank && from.at <= to.at) return false;
  return to.at < plus(after.updatedAt, SOON);
}

/** Among the records that wait for their call. */
function placeOf(of: CampaignRecord) {
  const { state, current, nextContact, unhandled, toErase } = of;
  const isElsewhere = toErase || current || unhandled || state === 'set-aside';
  if (isElsewhere || nextContact === undefined) return undefined;
  return { rank: callingRank(of), at: nextContact };
}
