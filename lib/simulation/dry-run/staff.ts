// Who works in a run: the agents of the groups that serve a campaign's queues, others invented
// where more are wanted.
import type { Definitions } from '../../language/definitions.ts';

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

export interface Staff {
  readonly id: string;
  readonly group: string;
}

/**
 * The agents of the campaign's queues; with `wanted`, so many of them, others invented where there
 * are too few.
 */
export function chooseAgents(
  definitions: Definitions,
  campaign: string,
  wanted: number | undefined,
): readonly Staff[] {
  const groups = agentGroupsOf(definitions, campaign);
  const known = groups.flatMap((group) =>
    (definitions.groups[group]?.agents ?? []).map((id) => ({ id, group })),
  );
  const all = [...new Map(known.map((agent) => [agent.id, agent])).values()];
  if (wanted === undefined) return all;
  const [group = Object.keys(definitions.groups)[0]] = groups;
  if (group === undefined) return all.slice(0, wanted);
  const invented = Array.from({ length: Math.max(0, wanted - all.length) }, (_, i) => ({
    id: `agent-${all.length + i + 1}`,
    group,
  }));
  return [...all, ...invented].slice(0, wanted);
}

/**
 * The agents of several campaigns; with `wanted`, so many of them, group by group in turn, others
 * invented where there are too few.
 */
export function chooseStaff(
  definitions: Definitions,
  campaigns: readonly string[],
  wanted: number | undefined,
): readonly Staff[] {
  const groups = [...new Set(campaigns.flatMap((id) => agentGroupsOf(definitions, id)))];
  const known = new Map<string, Staff>();
  for (const group of groups)
    for (const id of definitions.groups[group]?.agents ?? [])
      if (!known.has(id)) known.set(id, { id, group });
  const all = [...known.values()];
  if (wanted === undefined || groups.length === 0) return all;
  const byGroup = groups.map((group) => all.filter((agent) => agent.group === group));
  const inTurn = Array.from({ length: Math.max(0, ...byGroup.map((group) => group.length)) })
    .flatMap((_, n) => byGroup.flatMap((group) => group[n] ?? []))
    .slice(0, wanted);
  const invented = Array.from({ length: wanted - inTurn.length }, (_, n) => ({
    id: `agent-${all.length + n + 1}`,
    group: groups[n % groups.length] ?? '',
  }));
  return [...inTurn, ...invented];
}
