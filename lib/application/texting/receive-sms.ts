// A text that somebody has sent to a number of the centre (SMS-3, SMS-6). It belongs to the record
// that was written to last from that number. STOP and its like hold whether or not a record is
// found: they withdraw the consent and put the number on the blacklist for texts, everywhere.

import type { AgentPresence } from '../../domain/model/agent.ts';
import {
  type AgentId,
  attemptId,
  type CampaignId,
  campaignId,
  messageId,
} from '../../domain/model/ids.ts';
import { isSame } from '../../domain/model/is-same.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { isOptOut } from '../../domain/texting/opt-out.ts';
import { readerOf, takeReply } from '../../domain/texting/replies.ts';
import { repliesTo, type TextSetting, textSetting } from '../../domain/texting/text-setting.ts';
import type { UnhandledLimit } from '../../language/schema/campaign.ts';
import { type HeldUp, heldUpNow, NOBODY_HELD_UP } from '../campaigns/held-up.ts';
import { keepOptOut } from '../ledger/opt-outs.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { TaskInput, UseCase } from '../tasks/tasks.ts';
import { untilCommitted } from '../until-committed.ts';

type Needs = PortsOf<'receive-sms'>;
type Input = TaskInput<'receive-sms'>;

export const receiveSms: UseCase<'receive-sms', Needs> = async (input, ports) => {
  const optOut = isOptOut(input.text);
  if (optOut) await keepOptOut(input.from, 'wrote STOP or a word like it', ports);
  return untilCommitted('the record of a reply', async () => {
    const record = await recordOf(input, ports);
    if (record === undefined) return { outcome: optOut ? 'opted out' : 'nobody is on record' };
    return take(record, input, optOut, ports);
  });
};

/** Of all campaigns that receive on the number, the record that was contacted last. */
async function recordOf({ from, to }: Input, ports: Needs): Promise<CampaignRecord | undefined> {
  const campaigns = repliesTo(ports.definitions.definitions(), to);
  const found = await Promise.all(
    campaigns.map((id) => ports.records.lookUp(campaignId(id), { by: 'phone', phone: from })),
  );
  return found
    .flat()
    .filter(({ state }) => state !== 'deleted')
    .toSorted((a, b) => (b.lastContact ?? 0) - (a.lastContact ?? 0))[0];
}

/** Who gets no further conversation: too many unhandled, or as many under way as they may have. */
async function fullAgents(
  campaign: CampaignId,
  { campaign: { unhandled }, sms: { conversationsPerAgent: most } }: TextSetting,
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

async function take(
  record: CampaignRecord,
  { id, from, to, text }: Input,
  optOut: boolean,
  ports: Needs,
): Promise<{ outcome: string } | 'conflict'> {
  const message = messageId(`in.${id}`);
  if ((await ports.records.loadMessage(record, message)) !== undefined) {
    return { outcome: 'received before' };
  }
  const setting = textSetting(ports.definitions.definitions(), record.campaign);
  if (setting === undefined) return { outcome: 'nobody is on record' };
  const { sms, queue } = setting;
  const [current, presences] = await Promise.all([
    record.current && ports.records.loadAttempt(record, record.current.attempt),
    optOut ? [] : ports.agents.ofGroups(queue?.groups ?? []),
  ]);
  const change = takeReply(record, current, {
    message,
    attempt: attemptId(`in.${id}`),
    ...{ from, to, text, optOut },
    agent: readerOf(
      record,
      presences,
      [...id].reduce((sum, one) => sum + one.charCodeAt(0), 0),
      await fullAgents(record.campaign, setting, presences, ports),
    ),
    queue: sms.queue,
    rings: sms.rings,
    wrapUp: sms.wrapUp,
    now: ports.clock.now(),
  });
  const committed = await ports.records.commit(change);
  if (committed !== 'committed') return 'conflict';
  return { outcome: optOut ? 'opted out' : 'received' };
}
