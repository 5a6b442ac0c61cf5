// Calls to the campaign's numbers during a run.

import type { Definitions } from '../../language/definitions.ts';

/** Calls an hour, where nobody says how many: enough to keep a small reception busy. */
export const USUAL_CALLERS = 20;

export const ownNumbersOf = ({ campaigns }: Definitions, campaign: string): readonly string[] =>
  campaigns[campaign]?.channels.inbound?.numbers ?? [];

/** Numbers the campaign calls from or is called at. */
export function claimedNumbers({ campaigns }: Definitions, campaign: string): ReadonlySet<string> {
  const { outbound, inbound } = campaigns[campaign]?.channels ?? {};
  return new Set([...(outbound?.callerIds ?? []), ...(inbound?.numbers ?? [])]);
}
