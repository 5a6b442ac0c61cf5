// What somebody has written comes to its record and to an agent of the queue, once (SMS-3): by text
// or by e-mail.

import type { AgentPresence } from '../../domain/model/agent.ts';
import { type AgentId, attemptId, type CampaignId, messageId } from '../../domain/model/ids.ts';
import { isSame } from '../../domain/model/is-same.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { incomingId } from '../../domain/texting/conversation-id.ts';
import {
  type ConversationSetting,
  conversationSetting,
} from '../../domain/texting/conversation-setting.ts';
import { type Incoming, readerOf, takeReply } from '../../domain/texting/replies.ts';
import type { UnhandledLimit } from '../../language/schema/campaign.ts';
import { type HeldUp, heldUpNow, NOBODY_HELD_UP } from '../campaigns/held-up.ts';
import type { Ports } from '../ports/ports.ts';

type Needs = Pick<Ports, 'clock' | 'definitions' | 'records' | 'campaigns' | 'agents'>;

/** By the provider's id, so that what comes twice is known. */
type Written = Pick<Incoming, 'from' | 'to' | 'content' | 'optOut'> & { readonly id: string };

type Intake = 'received' | 'received before' | 'opted out' | 'nobody is on record';

export async function takeIncoming(
  record: CampaignRecord,
  { id, from, to, content, optOut }: Written,
  ports: Needs,
): Promise<Intake | 'conflict'> {
  const named = incomingId(content.kind, id);
  const message = messageId(named);
  if ((await ports.records.loadMessage(record, message)) !== undefined) return 'received before';
  const definitions = ports.definitions.definitions();
  const setting = conversationSetting(definitions, record.campaign, content.kind);
  if (setting === undefined) return 'nobody is on record';
  const { queue, queueId, rings, wrapUp } = setting;
  const [current, presences] = await Promise.all([
    record.current && ports.records.loadAttempt(record, record.current.attempt),
    optOut ? [] : ports.agents.ofGroups(queue?.groups ?? []),
  ]);
  const change = takeReply(record, current, {
    message,
    attempt: attemptId(named),
    ...{ from, to, content, optOut },
    agent: readerOf(
      record,
      presences,
      [...id].reduce((sum, one) => sum + one.charCodeAt(0), 0),
      await fullAgents(record.campaign, setting, presences, ports),
    ),
    ...{ queue: queueId, rings, wrapUp },
    now: ports.clock.now(),
  });
  const committed = await ports.records.commit(change);
  if (committed !== 'committed') return 'conflict';
  return optOut ? 'opted out' : 'received';
}

/** Who gets no further conversation: too many unhandled, or as many under way as they may have. */
async function fullAgents(
  campaign: CampaignId,
  { campaign: { unhandled }, most }: ConversationSetting,
  presences: readonly AgentPresence[],
  ports: Needs,
): Promise<(agent: AgentId) => boolean> {
  if (unhandled === undefined && most === undefined) return () => false;
  const agents = [...new Set(presences.map(({ agent }) => agent))];
  const underWay = await ports.records.inFlight(campaign);
  const { full } = await heldUpIn(campaign, unhandled, { agents, underWay }, ports);
  const has = (agent: AgentId) =>
    underWay.filter(({ current }) => current?.phase === 'wrap-up' && current.offeredTo === agent);
  return (agent) => full.includes(agent) || has(agent).length >= (most ?? Infinity);
}

/** Noted in the campaign, for the block holds until enough are worked off (CAM-7). */
async function heldUpIn(
  campaign: CampaignId,
  limit: UnhandledLimit | undefined,
  {
    agents,
    underWay,
  }: { readonly agents: readonly AgentId[]; readonly underWay: readonly CampaignRecord[] },
  ports: Needs,
): Promise<HeldUp> {
  if (limit === undefined) return NOBODY_HELD_UP;
  const state = await ports.campaigns.load(campaign);
  const held = await heldUpNow(state, limit, agents, underWay, ports);
  if (!isSame(held.heldUp, state.heldUp ?? [])) {
    const after = { ...state, version: state.version + 1, heldUp: held.heldUp };
    // whoever changed the campaign meanwhile leaves it to the next text
    await ports.campaigns.commit(state, after, []);
  }
  return held;
}
