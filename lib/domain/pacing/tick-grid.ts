// The times the dialer runs by, in one place: how often an agent pool ticks, and how often
// campaigns with nothing to do are looked at.

import type { Instant } from '../model/instant.ts';

/** Seconds between the ticks of an agent pool with agents at work and records due. */
export const TICK_SECONDS = 5;
/**
 * Seconds between two runs of the sweeper, which sends the first tick of the time until the next
 * one.
 */
export const FANOUT_SECONDS = 300;
/**
 * Seconds after which it is looked again whether somebody is there, where no event tells of those
 * who come.
 */
export const NOBODY_SECONDS = 120;
/**
 * Ticks that are sent at once while records are left that could not be called yet: first a few,
 * and as many as one request takes by a tick that such a tick has sent.
 */
export const TICKS_AT_FIRST = 4;
export const TICKS_AT_ONCE = 10;
/**
 * Records that come due are called together at moments so many seconds apart: agents who wait for
 * them would wait anyway, and one tick does for all.
 */
export const DUE_SECONDS = 15;
/** The time of the first two ticks after a run: one may be late, or find another one running. */
export const followsFanout = (now: Instant): boolean =>
  now % (FANOUT_SECONDS * 1000) < 2 * TICK_SECONDS * 1000;
/** Minutes between the ticks of a campaign with nothing to do, and of one whose queue is closed. */
export const IDLE_TICK_MINUTES = 20;
export const CLOSED_TICK_MINUTES = 60;
