// How calls reach the agents of a group (CAM-3). Connect keeps it with the user, so all campaigns a
// group works for share one setting; the compiler refuses those that differ.
import type { Definitions } from '../../language/definitions.ts';
import type { Campaign, Handling } from '../../language/schema/campaign.ts';
import type { AgentActivity } from '../model/agent.ts';

export interface PhoneSetting {
  /** How the phone answers. */
  readonly handling: Handling;
  /**
   * Seconds, the further time of INB-4 included, after which the wrap-up ends in Connect by itself.
   */
  readonly wrapUp: number;
}

/**
 * Groups whose agents take calls of the campaign: those of its queues and of the queues these
 * overflow into.
 */
export function groupsOf(
  definitions: Pick<Definitions, 'queues' | 'ivrs'>,
  { channels }: Campaign,
): readonly string[] {
  const { queues, ivrs } = definitions;
  const ivr = channels.inbound && ivrs[channels.inbound.ivr];
  const blocks = Object.values(ivr?.blocks ?? {});
  const asked = [
    channels.outbound?.queue,
    ...blocks.map((block) => (block.kind === 'queue' ? block.queue : undefined)),
  ];
  const served = new Set(asked);
  // a set that grows while it is walked is walked to its new end
  for (const queue of served) {
    const overflow = queue === undefined ? undefined : queues[queue]?.overflow;
    if (overflow !== undefined) served.add(overflow);
  }
  const groups = [...served].flatMap((id) => (id === undefined ? [] : (queues[id]?.groups ?? [])));
  return [...new Set(groups)];
}

/** Groups whose agents work for the campaign on any channel: calls, texts and e-mails. */
export function workingGroups(
  definitions: Pick<Definitions, 'queues' | 'ivrs'>,
  campaign: Campaign,
): readonly string[] {
  const { sms, email } = campaign.channels;
  const written = [sms, email].flatMap(
    (channel) => definitions.queues[channel?.queue ?? '']?.groups ?? [],
  );
  return [...new Set([...groupsOf(definitions, campaign), ...written])];
}

/** undefined for a group that works for no campaign: its phones are nobody's business of ours. */
export function phoneSetting(
  definitions: Pick<Definitions, 'queues' | 'ivrs' | 'campaigns'>,
  group: string,
): PhoneSetting | undefined {
  const campaigns = Object.values(definitions.campaigns).filter((campaign) =>
    groupsOf(definitions, campaign).includes(group),
  );
  if (campaigns.length === 0) return undefined;
  const wrapUps = campaigns.flatMap(({ channels: { inbound, outbound } }) => [
    inbound ? inbound.wrapUp + inbound.extraWrapUp : 0,
    outbound?.wrapUp ?? 0,
  ]);
  return { handling: answeringOf(campaigns), wrapUp: Math.max(...wrapUps) };
}

/**
 * Who started a call has said that they want it: their browser is not to ask for it again while the
 * customer is on the line. Where customers call as well it does, because a phone cannot
 * distinguish the two.
 */
function answeringOf(campaigns: readonly Campaign[]): Handling {
  const handling = campaigns[0]?.handling ?? 'automatic';
  const takesCalls = campaigns.some(({ channels }) => channels.inbound !== undefined);
  return handling === 'manual-web' && !takesCalls ? 'automatic' : handling;
}

/** The moment to look at an agent's phone: coming to work, or back to it, before the first call. */
export const comesToWork = (formerly: AgentActivity | undefined, now: AgentActivity): boolean =>
  (formerly === undefined || formerly === 'offline' || formerly === 'break') &&
  now !== 'offline' &&
  now !== 'break';
