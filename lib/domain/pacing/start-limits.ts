// What limits the calls of one decision whatever the mode wants: the lines a campaign may use, and
// the rate at which Connect starts calls (StartOutboundVoiceContact), which all campaigns share. An
// order beyond that rate only goes back to its queue, at the cost of a function run and some reads
// each time, and dials on a decision that is out of date; so a tick orders no more than the rate
// allows before the next one.

import type { PacingGate, PoolCampaign, PoolFacts } from './facts.ts';
import { TICK_SECONDS } from './tick-grid.ts';

export interface StartLimit {
  readonly gate: string;
  readonly saw: number;
  readonly limit: number;
}

/** Lines of the campaign; absent: as many as wanted. */
export function lineLimit({ calls, settings }: PoolCampaign): StartLimit | undefined {
  const { maxCallsInFlight } = settings;
  if (maxCallsInFlight === undefined) return undefined;
  return { gate: 'lines', saw: calls.length, limit: maxCallsInFlight };
}

/** Orders of all campaigns that Connect has not taken yet. */
export function rateLimit({ campaigns, callRate }: PoolFacts): StartLimit | undefined {
  if (callRate === undefined) return undefined;
  const { burst, callsPerSecond } = callRate;
  const orders = campaigns.filter(waitsForConnect).flatMap(({ calls }) => calls);
  const saw = orders.filter(({ state }) => state === 'dialing').length;
  return { gate: 'call-rate', saw, limit: Math.floor(burst + TICK_SECONDS * callsPerSecond) };
}

/** In preview an order waits for the agent's work before the call, not for Connect. */
export const waitsForConnect = ({ mode }: PoolCampaign): boolean => mode !== 'preview';

/** Calls that may start until the limit is reached. */
export const callsUnder = ({ saw, limit }: StartLimit): number => Math.max(0, limit - saw);

/** @param reached the mode would have started one more */
export function startLimitGate({ gate, saw, limit }: StartLimit, reached: boolean): PacingGate {
  return { gate, passed: !reached, saw, limit };
}
