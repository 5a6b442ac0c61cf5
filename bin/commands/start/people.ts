// Who works in a run, and on which campaign.
import type { Definitions } from '../../../lib/language/definitions.ts';
import { queuesOf } from './callers.ts';
import type { Wrong } from './options.ts';

export interface ChosenCampaign {
  readonly id: string;
  /** Seconds. */
  readonly wrapUp: number;
}

/** The campaign named, or the first with outbound calls. */
export function chooseCampaign(
  definitions: Definitions,
  wanted: string | undefined,
): ChosenCampaign | Wrong {
  const outbound = Object.entries(definitions.campaigns).flatMap(([id, { channels }]) =>
    channels.outbound ? [{ id, wrapUp: channels.outbound.wrapUp }] : [],
  );
  const ids = outbound.map(({ id }) => id).join(', ') || 'none';
  const found = wanted === undefined ? outbound[0] : outbound.find(({ id }) => id === wanted);
  if (found) return found;
  return {
    wrong:
      wanted === undefined
        ? 'the folder has no campaign with outbound calls'
        : `no outbound campaign '${wanted}'; there are: ${ids}`,
  };
}

export interface Staff {
  readonly id: string;
  readonly group: string;
}

/** The agents of the campaign's queues; with `wanted`, so many of them, others invented where there are too few. */
export function chooseAgents(
  definitions: Definitions,
  campaign: string,
  wanted: number | undefined,
): readonly Staff[] {
  const queues = queuesOf(definitions, campaign);
  const groups = [...new Set(queues.flatMap((queue) => definitions.queues[queue]?.groups ?? []))];
  const known = groups.flatMap((group) =>
    (definitions.groups[group]?.agents ?? []).map((id) => ({ id, group })),
  );
  const all = [...new Map(known.map((agent) => [agent.id, agent])).values()];
  if (wanted === undefined) return all;
  const [group = 'agents'] = groups;
  const invented = Array.from({ length: Math.max(0, wanted - all.length) }, (_, i) => ({
    id: `agent-${all.length + i + 1}`,
    group,
  }));
  return [...all, ...invented].slice(0, wanted);
}
