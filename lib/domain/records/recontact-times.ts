// The moments an agent may choose for the next call: what would be moved to another time, or
// refused, is not shown.
import { type Instant, instant } from '../model/instant.ts';
import { MINUTE } from '../model/time-zone.ts';
import { type RecallWish, scheduleRecall } from './recall.ts';

export interface TimesWanted extends Omit<RecallWish, 'wanted' | 'earliest'> {
  readonly from: Instant;
  /** Before it. */
  readonly until: Instant;
}

/** Minutes between two moments to choose from. */
const STEP = 15;
/** Ends a search of hours that open for minutes only. */
const MOST_LOOKS = 4000;

/** Every quarter of an hour at which a call may be made, the first to come. */
export function recontactTimes({ from, until, ...wish }: TimesWanted): readonly Instant[] {
  const times: Instant[] = [];
  let wanted = quarter(Math.max(from, wish.now));
  for (let look = 0; look < MOST_LOOKS && wanted < until; look++) {
    const { verdict } = scheduleRecall({ ...wish, wanted });
    if (verdict.kind === 'never') break;
    if (verdict.at === wanted) times.push(wanted);
    wanted = verdict.at === wanted ? quarter(wanted + 1) : quarter(verdict.at);
  }
  return times;
}

/** The first quarter of an hour that is not before. */
const quarter = (at: number): Instant => instant(Math.ceil(at / (STEP * MINUTE)) * (STEP * MINUTE));
