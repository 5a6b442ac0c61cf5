// What limits the calls of one decision whatever the mode wants: the lines a campaign may take, and the rate at which
// Connect starts calls (StartOutboundVoiceContact). An order beyond that rate only goes round in its queue, a function run
// and some reads each time, and dials on a decision that has grown old; so a tick orders no more than the rate
// can take up before the next one.

import type { PacingFacts, PacingGate } from './facts.ts';

export interface StartLimit {
  readonly gate: string;
  /** Calls that may still start. */
  readonly calls: number;
  readonly saw: number;
  readonly limit: number;
}

/** Seconds between the ticks of a campaign. */
const BEAT = 5;

export function startLimits({
  mode,
  calls,
  settings,
  callRate,
}: PacingFacts): readonly StartLimit[] {
  const lines = settings.maxCallsInFlight;
  const rooms: StartLimit[] = [];
  if (lines !== undefined) rooms.push(room('lines', calls.length, lines));
  // In preview an order waits for the agent's work before the call, not for Connect.
  if (callRate !== undefined && mode !== 'preview') {
    const ordered = calls.filter(({ state }) => state === 'dialing').length;
    const { burst, callsPerSecond } = callRate;
    rooms.push(room('call-rate', ordered, Math.floor(burst + BEAT * callsPerSecond)));
  }
  return rooms;
}

/** @param more whether the mode would have started one more than `calls` */
export function startLimitGate(room: StartLimit, calls: number, more: boolean): PacingGate {
  const { gate, saw, limit } = room;
  return { gate, passed: calls + (more ? 1 : 0) <= room.calls, saw, limit };
}

function room(gate: string, saw: number, limit: number): StartLimit {
  return { gate, calls: Math.max(0, limit - saw), saw, limit };
}
