// Connect starts so many calls a second and no more (StartOutboundVoiceContact). An order beyond that only goes round in its
// queue, a function run and some reads each time, and dials on a decision that has grown old; so a tick orders no more
// than the rate can take up before the next one.
import type { PacingCall, PacingGate } from './pacing/facts.ts';

/** Seconds between the ticks of a campaign. */
const BEAT = 5;

export interface CallRate {
  readonly callsPerSecond: number;
  /** Calls that may start at once. */
  readonly burst: number;
}

/** @returns how many of the calls wanted are ordered now, and the gate that says so */
export function withinCallRate(
  wanted: number,
  calls: readonly PacingCall[],
  { callsPerSecond, burst }: CallRate,
): { readonly calls: number; readonly gate: PacingGate } {
  const limit = Math.floor(burst + BEAT * callsPerSecond);
  const waiting = calls.filter(({ state }) => state === 'dialing').length;
  const room = Math.max(0, limit - waiting);
  const gate = { gate: 'call-rate', passed: wanted <= room, saw: waiting, limit } as const;
  return { calls: Math.min(wanted, room), gate };
}
