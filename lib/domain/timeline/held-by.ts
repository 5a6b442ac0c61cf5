// What kept a person from being contacted, or put them off, as an entry of the journal or an event
// tells it.

/** Why people were not contacted, or not at once. */
export const HOLD_UPS = ['consent', 'blacklist', 'cap', 'hours'] as const;
export type HoldUp = (typeof HOLD_UPS)[number];

interface Told {
  readonly type: string;
  readonly by?: unknown;
  readonly blocked?: unknown;
  readonly gates?: unknown;
}

/** Gates that put a record off, by what that is called here. */
const GATES: Readonly<Record<string, HoldUp>> = { 'callee-hours': 'hours', 'contact-cap': 'cap' };

export function heldBy({ type, by, blocked, gates }: Told): readonly HoldUp[] {
  const named = type === 'record.blocked' ? by : blocked;
  const found = HOLD_UPS.filter((block) => block === named && block !== 'hours');
  if (type !== 'record.postponed' || !Array.isArray(gates)) return found;
  const failed = gates.filter((gate) => isGate(gate) && !gate.passed);
  return [...found, ...failed.flatMap(({ gate }) => GATES[gate] ?? [])];
}

const isGate = (value: unknown): value is { readonly gate: string; readonly passed: boolean } =>
  typeof value === 'object' && value !== null && 'gate' in value && 'passed' in value;
