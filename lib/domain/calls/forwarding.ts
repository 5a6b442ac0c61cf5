// Whether a call was taken at a number outside (IVR-8). The flow says so when the other side hangs
// up first. When the caller does, only the time shows it: Connect stops ringing after so many
// seconds, so whoever stayed longer talked to somebody, and whoever left earlier counts as missed,
// because being called back without need is the smaller harm.
import type { Attempt } from '../model/attempt.ts';
import type { Gate } from '../model/gate.ts';

export interface TakenOutside {
  readonly verdict: { readonly kind: 'taken'; readonly block: string } | { readonly kind: 'not' };
  /** None for a call that was never forwarded. */
  readonly gates: readonly Gate[];
}

export function takenOutside({
  inbound,
  timestamps,
}: Pick<Attempt, 'inbound' | 'timestamps'>): TakenOutside {
  const forwarding = inbound?.forwarding;
  if (forwarding === undefined) return { verdict: { kind: 'not' }, gates: [] };
  const { block, begin, ringsUntil, outcome } = forwarding;
  const stayed = ((timestamps.disconnected ?? begin) - begin) / 1000;
  const rings = (ringsUntil - begin) / 1000;
  const gate: Gate =
    outcome === undefined
      ? { gate: 'stayed-beyond-ringing', passed: stayed > rings, saw: stayed, wanted: rings }
      : { gate: 'flow-said-taken', passed: outcome === 'taken', saw: outcome };
  return { verdict: gate.passed ? { kind: 'taken', block } : { kind: 'not' }, gates: [gate] };
}
