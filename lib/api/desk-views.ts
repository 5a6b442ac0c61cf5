// Contacts of an agent as their desk shows them.
import type { RecordStore } from '../application/ports/record-store.ts';
import { awaitsAgent, offerTime } from '../domain/dialing/offers.ts';
import type { Attempt } from '../domain/model/attempt.ts';
import type { AgentId } from '../domain/model/ids.ts';
import { plus, toIso } from '../domain/model/instant.ts';
import type { CampaignRecord, CurrentAttempt } from '../domain/model/record.ts';
import type { Definitions } from '../language/definitions.ts';
import { own } from '../language/dictionary.ts';
import type { Campaign } from '../language/schema/campaign.ts';

/** Contacts under way with the agent, and what is offered to them. */
export async function contactsOfAgent(
  agent: AgentId,
  { campaigns }: Definitions,
  { records }: { readonly records: RecordStore },
) {
  const attempts = await records.withAgent(agent);
  const found = await Promise.all(
    attempts.map(async (attempt) => ({ attempt, record: await records.load(attempt) })),
  );
  return found
    .flatMap(({ attempt, record }) => {
      const current = record?.current;
      // the record has gone on to another contact
      if (record === undefined || current?.attempt !== attempt.id) return [];
      return [
        {
          campaign: record.campaign,
          record: record.record,
          name: nameOfRecord(record, own(campaigns, record.campaign)),
          ...contactView(record, attempt),
          until: untilOf(current, own(campaigns, record.campaign)),
        },
      ];
    })
    .toSorted((a, b) => (a.since < b.since ? -1 : 1));
}

/** When an offer expires (the record itself is taken for longer), else when the phase is over. */
export function untilOf(
  { awaitsAgent: isOffer, since, deadline }: CurrentAttempt,
  campaign: Campaign | undefined,
): string {
  const outbound = campaign?.channels.outbound;
  if (!isOffer || outbound === undefined) return toIso(deadline);
  return toIso(plus(since, offerTime(outbound)));
}

/** Without the moment it ends at. */
export function contactView(record: CampaignRecord, attempt: Attempt) {
  const current = record.current?.attempt === attempt.id ? record.current : undefined;
  const { id, channel, direction, orderedAt } = attempt;
  return {
    attempt: id,
    channel,
    direction,
    phase: current?.phase ?? 'ended',
    since: toIso(current?.since ?? orderedAt),
    awaitsYou: current !== undefined && awaitsAgent(record),
    rings: current !== undefined && attempt.rings === true,
    callsAt: current?.dialAt === undefined ? undefined : toIso(current.dialAt),
  };
}

/** What the record is called in lists (REC-3). */
export function nameOfRecord({ fields }: CampaignRecord, campaign: Campaign | undefined): string {
  const [field = ''] =
    Object.entries(campaign?.fields ?? {}).find(([, { significant }]) => significant) ?? [];
  return own(fields, field) ?? '';
}
