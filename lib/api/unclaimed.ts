// Conversations by text and by e-mail that nobody has, for agents of the queue that reads them.
import type { RecordStore } from '../application/ports/record-store.ts';
import {
  type AgentId,
  type AttemptId,
  attemptId,
  campaignId,
  type RecordRef,
} from '../domain/model/ids.ts';
import { toIso } from '../domain/model/instant.ts';
import { conversationCampaigns, conversationsOf } from '../domain/texting/conversation-setting.ts';
import { isUnclaimed } from '../domain/texting/unclaimed.ts';
import type { Definitions } from '../language/definitions.ts';
import { own } from '../language/dictionary.ts';
import { nameOfRecord } from './desk-views.ts';
import { refOf } from './whose.ts';

/** Of a campaign, at most. */
const MOST = 50;

/** Whether the group's agents read what people write to the campaign. */
export const readsTexts = (definitions: Definitions, group: string, campaign: string): boolean =>
  conversationsOf(definitions, campaign).some(
    ({ queue }) => queue?.groups.includes(group) ?? false,
  );

/** As `readsTexts`, for an agent of any group. */
const mayTakeTexts = (
  { groups, ...definitions }: Definitions,
  agent: AgentId,
  campaign: string,
): boolean =>
  Object.entries(groups).some(
    ([group, { agents }]) =>
      agents.includes(agent) && readsTexts({ groups, ...definitions }, group, campaign),
  );

export async function unclaimedFor(
  agent: AgentId,
  definitions: Definitions,
  { records }: { readonly records: RecordStore },
) {
  const campaigns = conversationCampaigns(definitions).filter((id) =>
    mayTakeTexts(definitions, agent, id),
  );
  const found = await Promise.all(
    campaigns.map(async (id) => {
      const campaign = campaignId(id);
      const [open, left] = await Promise.all([
        records.unclaimed(campaign, MOST),
        records.unhandled(campaign, undefined, MOST),
      ]);
      const named = [
        ...open.map((one) => ({ ref: one, id: one.id })),
        ...left.flatMap((one) => (one.unhandled ? [{ ref: one, id: one.unhandled.attempt }] : [])),
      ];
      return Promise.all(named.map((one) => pairOf(one, records)));
    }),
  );
  return found
    .flat()
    .flatMap(({ record, attempt }) => {
      if (record === undefined || attempt === undefined) return [];
      const { campaign, privateTo, current } = record;
      const isTheirs = privateTo === undefined || privateTo === agent;
      if (!isTheirs || !isUnclaimed(record, attempt)) return [];
      return [
        {
          campaign,
          record: record.record,
          attempt: attempt.id,
          channel: attempt.channel,
          name: nameOfRecord(record, own(definitions.campaigns, campaign)),
          since: toIso(attempt.orderedAt),
          until: current && toIso(current.deadline),
        },
      ];
    })
    .toSorted((a, b) => (a.since < b.since ? -1 : 1));
}

/** Whether the agent may take this one. */
export async function isUnclaimedFor(
  agent: AgentId,
  params: { readonly campaign: string; readonly record: string; readonly attempt: string },
  ports: {
    readonly definitions: { definitions(): Definitions };
    readonly records: Pick<RecordStore, 'load' | 'loadAttempt'>;
  },
): Promise<boolean> {
  if (!mayTakeTexts(ports.definitions.definitions(), agent, params.campaign)) return false;
  const named = { ref: refOf(params), id: attemptId(params.attempt) };
  const { record, attempt } = await pairOf(named, ports.records);
  return record !== undefined && attempt !== undefined && isUnclaimed(record, attempt);
}

async function pairOf(
  { ref, id }: { readonly ref: RecordRef; readonly id: AttemptId },
  records: Pick<RecordStore, 'load' | 'loadAttempt'>,
) {
  const [record, attempt] = await Promise.all([records.load(ref), records.loadAttempt(ref, id)]);
  return { record, attempt };
}
