// Calls to the campaign's numbers during a run, and the queues they may wait in.

import type { Definitions } from '../../language/definitions.ts';

/** Calls an hour, where nobody says how many: enough to keep a small reception busy. */
export const USUAL_CALLERS = 20;

export const ownNumbersOf = ({ campaigns }: Definitions, campaign: string): readonly string[] =>
  campaigns[campaign]?.channels.inbound?.numbers ?? [];

/**
 * Queues the campaign's calls may wait in: the dialer's, those of its IVR, and those they flow over
 * into.
 */
export function queuesOf({ campaigns, ivrs, queues }: Definitions, campaign: string) {
  const channels = campaigns[campaign]?.channels;
  const blocks = Object.values(ivrs[channels?.inbound?.ivr ?? '']?.blocks ?? {});
  const named = [
    channels?.outbound?.queue,
    channels?.sms?.queue,
    ...blocks.map((block) => (block.kind === 'queue' ? block.queue : undefined)),
  ];
  const found = new Set<string>();
  const add = (id: string | undefined) => {
    if (id === undefined || found.has(id)) return;
    found.add(id);
    add(queues[id]?.overflow);
  };
  named.forEach(add);
  return [...found];
}

/** Agent groups that serve these queues. */
export function agentGroupsOf(definitions: Definitions, campaign: string): readonly string[] {
  const queues = queuesOf(definitions, campaign);
  return [...new Set(queues.flatMap((queue) => definitions.queues[queue]?.groups ?? []))];
}

/** Numbers the campaign calls from or is called at. */
export function claimedNumbers({ campaigns }: Definitions, campaign: string): ReadonlySet<string> {
  const { outbound, inbound } = campaigns[campaign]?.channels ?? {};
  return new Set([...(outbound?.callerIds ?? []), ...(inbound?.numbers ?? [])]);
}
