// The times the dialer runs by, in one place: how often an agent pool ticks, how long a tick may
// take, and how often campaigns with nothing to do are looked at.

import type { Instant } from '../model/instant.ts';

/** Seconds between the ticks of an agent pool with agents at work and records due. */
export const TICK_SECONDS = 5;
/**
 * Seconds between two runs of tick-fanout, which sends the ticks of the time until the next one.
 */
export const FANOUT_SECONDS = 60;
/** Seconds after each run of tick-fanout at which a busy pool ticks. */
export const TICK_OFFSETS: readonly number[] = Array.from(
  { length: FANOUT_SECONDS / TICK_SECONDS },
  (_, n) => n * TICK_SECONDS,
);
/** The time of the first two ticks of a minute: one may be late, or find another one running. */
export const isBeginOfMinute = (now: Instant): boolean =>
  now % (FANOUT_SECONDS * 1000) < 2 * TICK_SECONDS * 1000;
/**
 * Seconds a tick holds the lease of its pool: longer than a tick takes, and few ticks find it held.
 */
export const TICK_LEASE_SECONDS = 20;
/** Minutes between the ticks of a campaign with nothing to do, and of one whose queue is closed. */
export const IDLE_TICK_MINUTES = 5;
export const CLOSED_TICK_MINUTES = 30;
