// The contacts with one person, in all campaigns that have a record with one of their numbers.
import type { RecordStore } from '../application/ports/record-store.ts';
import type { Attempt } from '../domain/model/attempt.ts';
import type { Kept } from '../domain/model/change.ts';
import { campaignId } from '../domain/model/ids.ts';
import { toIso } from '../domain/model/instant.ts';
import type { Message } from '../domain/model/message.ts';
import type { CampaignRecord } from '../domain/model/record.ts';
import type { Definitions } from '../language/definitions.ts';
import { own } from '../language/dictionary.ts';

/** Contacts told at most. */
const MOST = 100;

export async function historyItems(
  record: CampaignRecord,
  definitions: Definitions,
  { records }: { readonly records: RecordStore },
) {
  const same = await recordsOf(record, definitions, records);
  const underWay = new Set(same.flatMap(({ current }) => current?.attempt ?? []));
  const kept = await Promise.all(same.map((one) => records.kept(one)));
  return kept
    .flatMap(({ attempts, messages }: Kept) => [
      // what is under way is no history yet
      ...attempts.filter((attempt) => isCall(attempt) && !underWay.has(attempt.id)).map(callItem),
      ...messages.map(messageItem),
    ])
    .map(({ classifier, ...item }) => {
      const campaign = own(definitions.campaigns, item.campaign);
      const name = own(campaign?.classifiers ?? {}, classifier ?? '')?.name;
      return {
        ...item,
        campaignName: campaign?.name ?? item.campaign,
        classifier: name ?? classifier,
      };
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, MOST);
}

/** Looked up campaign by campaign: what is read grows with the campaigns, not with records. */
async function recordsOf(
  record: CampaignRecord,
  { campaigns }: Definitions,
  records: RecordStore,
): Promise<readonly CampaignRecord[]> {
  const asked = record.phones.flatMap(({ value: phone }) =>
    Object.keys(campaigns).map((id) => records.lookUp(campaignId(id), { by: 'phone', phone })),
  );
  const found = [record, ...(await Promise.all(asked)).flat()];
  return [...new Map(found.map((one) => [`${one.campaign}/${one.record}`, one])).values()];
}

/** A record that was offered to an agent and never called is no contact. */
const isCall = ({ channel, askedAt, timestamps, status }: Attempt): boolean =>
  channel === 'voice' && (askedAt ?? timestamps.initiated ?? status) !== undefined;

function callItem({ campaign, direction, orderedAt, status, agent, ...attempt }: Attempt) {
  const { connectedToAgent, disconnected } = attempt.timestamps;
  const talked =
    connectedToAgent === undefined || disconnected === undefined
      ? undefined
      : Math.round((disconnected - connectedToAgent) / 1000);
  return {
    at: toIso(orderedAt),
    campaign,
    kind: 'call' as const,
    direction,
    status,
    agent,
    classifier: attempt.classifier,
    talked,
    text: undefined,
  };
}

function messageItem({ campaign, content, state, orderedAt }: Message) {
  return {
    at: toIso(orderedAt),
    campaign,
    kind: content.kind,
    direction: state === 'received' ? ('inbound' as const) : ('outbound' as const),
    status: state,
    agent: undefined,
    classifier: undefined,
    talked: undefined,
    text: content.text,
  };
}
