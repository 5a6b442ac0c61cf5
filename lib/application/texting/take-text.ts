// An agent accepts or rejects a conversation that was announced to them (CAM-21). Rejected, it
// comes to whoever of the queue would have had it without them. One that nobody has is accepted by
// whoever of the queue wants it, as far as they may have one more (CAM-6, PRI-2).
import type { Attempt } from '../../domain/model/attempt.ts';
import { type AgentId, agentId, attemptId, campaignId, recordId } from '../../domain/model/ids.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { acceptText, againstAnswering, rejectText } from '../../domain/texting/announced.ts';
import {
  type ConversationSetting,
  conversationSetting,
} from '../../domain/texting/conversation-setting.ts';
import { isConversation, readerOf } from '../../domain/texting/replies.ts';
import { isUnclaimed, takeUnclaimed } from '../../domain/texting/unclaimed.ts';
import { heldUpFor } from '../agents/held-up-for.ts';
import type { Ports } from '../ports/ports.ts';
import { untilCommitted } from '../until-committed.ts';

type Needs = Pick<Ports, 'clock' | 'definitions' | 'records' | 'agents' | 'campaigns'>;

export interface TextPress {
  readonly campaign: string;
  readonly record: string;
  readonly attempt: string;
  readonly agent: string;
  readonly press: 'accept' | 'reject';
}

export type TextAnswered =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'rejected'; readonly next: string | undefined }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

export const takeText = (input: TextPress, ports: Needs): Promise<TextAnswered> =>
  untilCommitted(`record ${input.record}`, () => press(input, ports));

const NO_CONVERSATION: TextAnswered = {
  kind: 'refused',
  reasons: ['there is no such conversation'],
};

async function press(input: TextPress, ports: Needs): Promise<TextAnswered | 'conflict'> {
  const ref = { campaign: campaignId(input.campaign), record: recordId(input.record) };
  const agent = agentId(input.agent);
  const [record, attempt] = await Promise.all([
    ports.records.load(ref),
    ports.records.loadAttempt(ref, attemptId(input.attempt)),
  ]);
  if (record === undefined || attempt === undefined) return NO_CONVERSATION;
  const definitions = ports.definitions.definitions();
  const setting = conversationSetting(definitions, input.campaign, attempt.channel);
  if (setting === undefined) return NO_CONVERSATION;
  if (input.press === 'accept' && isUnclaimed(record, attempt))
    return take({ record, attempt, agent }, setting, ports);
  const reasons = againstAnswering(record, attempt, agent);
  if (reasons.length > 0) return { kind: 'refused', reasons };
  const now = ports.clock.now();
  const { queue, wrapUp } = setting;
  if (input.press === 'accept') {
    const change = acceptText(record, attempt, agent, now);
    if (change === undefined) return { kind: 'accepted' };
    return (await ports.records.commit(change)) === 'committed' ? { kind: 'accepted' } : 'conflict';
  }
  if (!attempt.rings) return { kind: 'refused', reasons: ['the conversation is accepted already'] };
  const presences = await ports.agents.ofGroups(queue?.groups ?? []);
  const next = readerOf(record, presences, attempt.version, (one) => one === agent);
  const change = rejectText(record, attempt, { agent, next, wrapUp, now });
  const committed = await ports.records.commit(change);
  return committed === 'committed' ? { kind: 'rejected', next } : 'conflict';
}

interface Wanted {
  readonly record: CampaignRecord;
  readonly attempt: Attempt;
  readonly agent: AgentId;
}

async function take(
  { record, attempt, agent }: Wanted,
  setting: ConversationSetting,
  ports: Needs,
): Promise<TextAnswered | 'conflict'> {
  const { privateTo, campaign } = record;
  if (privateTo !== undefined && privateTo !== agent)
    return { kind: 'refused', reasons: ['the record is private to another agent'] };
  const [held, contacts] = await Promise.all([
    heldUpFor(agent, [{ id: campaign, campaign: setting.campaign }], ports),
    ports.records.withAgent(agent),
  ]);
  if (held.length > 0)
    return { kind: 'refused', reasons: ['you have left too many contacts unclassified'] };
  const { channel, most = Infinity, wrapUp } = setting;
  const has = contacts.filter(
    (one) => isConversation(one) && one.channel === channel && one.campaign === campaign,
  ).length;
  if (has >= most)
    return { kind: 'refused', reasons: ['you have as many conversations as you may'] };
  const change = takeUnclaimed(record, attempt, { agent, wrapUp, now: ports.clock.now() });
  const committed = await ports.records.commit(change);
  return committed === 'committed' ? { kind: 'accepted' } : 'conflict';
}
