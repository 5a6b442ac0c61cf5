// Who works in a run, and on which campaign.
import { sendsTo } from '../../domain/classification/passing-on.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { Wrong } from '../option-values.ts';
import { agentGroupsOf } from './callers.ts';

export interface ChosenCampaign {
  readonly id: string;
  /** Seconds. */
  readonly wrapUp: number;
  /** Whether it has anybody to call or to write to, or only takes calls. */
  readonly placesCalls: boolean;
}

/** The campaign named, or the first with people to contact, or else the first that takes calls. */
export function chooseCampaign(
  { campaigns }: Definitions,
  wanted: string | undefined,
): ChosenCampaign | Wrong {
  const all = Object.entries(campaigns).flatMap(([id, { channels }]): ChosenCampaign[] => {
    const { outbound, inbound, sms } = channels;
    const wrapUp = (outbound ?? inbound ?? sms)?.wrapUp;
    return wrapUp === undefined
      ? []
      : [{ id, wrapUp, placesCalls: (outbound ?? sms) !== undefined }];
  });
  const usual = all.find(({ placesCalls }) => placesCalls) ?? all[0];
  const found = wanted === undefined ? usual : all.find(({ id }) => id === wanted);
  if (found) return found;
  const ids = all.map(({ id }) => id).join(', ') || 'none';
  return {
    wrong:
      wanted === undefined
        ? 'the folder has no campaign with a channel'
        : `there is no campaign '${wanted}'; campaigns with a channel: ${ids}`,
  };
}

/** Campaigns that run beside it, because its classifiers send records there, or theirs on. */
export function campaignsBeside({ campaigns }: Definitions, chosen: string): readonly string[] {
  const found = [chosen];
  for (const id of found) {
    for (const classifier of Object.values(campaigns[id]?.classifiers ?? {})) {
      const to = sendsTo(classifier)?.to;
      if (to !== undefined && campaigns[to] !== undefined && !found.includes(to)) found.push(to);
    }
  }
  return found.slice(1);
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
