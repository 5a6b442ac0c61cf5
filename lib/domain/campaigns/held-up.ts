// Agents who have left so many records unhandled that they get no further one until they have
// worked off enough of them (CAM-6, CAM-7).
import type { Definitions } from '../../language/definitions.ts';
import type { Campaign, UnhandledLimit } from '../../language/schema/campaign.ts';
import { type AgentId, type CampaignId, campaignId } from '../model/ids.ts';
import { groupsOf } from './handling.ts';

/**
 * Name of the status in Connect of an agent who gets no calls; the deployment's name may stand
 * before it, as before that of a break.
 */
export const UNHANDLED_STATUS = 'Unhandled records';

/**
 * Who is held up now. @param before who was @param left unhandled records by agent; an agent who is
 * not in it is as before
 */
export function heldUpAgents(
  before: readonly AgentId[],
  left: ReadonlyMap<AgentId, number>,
  { most, until }: UnhandledLimit,
): readonly AgentId[] {
  const stays = before.filter((agent) => (left.get(agent) ?? Number.POSITIVE_INFINITY) > until);
  const joins = [...left].filter(([agent, count]) => count >= most && !stays.includes(agent));
  return [...stays, ...joins.map(([agent]) => agent)].toSorted();
}

export interface LimitOfCampaign {
  readonly campaign: CampaignId;
  readonly limit: UnhandledLimit;
}

type Deployed = Pick<Definitions, 'campaigns' | 'queues' | 'ivrs'>;

/** Limits of the campaigns whose calls Connect gives to agents of the group. */
export function limitsInConnect(definitions: Deployed, group: string): readonly LimitOfCampaign[] {
  return Object.entries(definitions.campaigns).flatMap(([id, campaign]) => {
    const limit = limitInConnect(campaign);
    const isTheirs = limit !== undefined && groupsOf(definitions, campaign).includes(group);
    return isTheirs ? [{ campaign: campaignId(id), limit }] : [];
  });
}

/** Whether agents are kept from calls by a status at all. */
export const holdsInConnect = ({ campaigns }: Pick<Deployed, 'campaigns'>): boolean =>
  Object.values(campaigns).some((campaign) => limitInConnect(campaign) !== undefined);

/** In mode preview the dialer chooses; a text conversation goes to one agent by name. */
export function limitInConnect({ channels, unhandled }: Campaign): UnhandledLimit | undefined {
  const { inbound, outbound } = channels;
  const isChosen = inbound !== undefined || (outbound && outbound.mode !== 'preview');
  return isChosen ? unhandled : undefined;
}
