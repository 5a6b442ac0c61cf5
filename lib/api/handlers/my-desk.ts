// What the desk of an agent shows.
import { heldUpFor } from '../../application/agents/held-up-for.ts';
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import { breaksOf } from '../../domain/campaigns/breaks.ts';
import { hoursNamed } from '../../domain/campaigns/campaign-setting.ts';
import { campaignsOf } from '../../domain/campaigns/campaigns-of.ts';
import { total } from '../../domain/campaigns/counts.ts';
import { waitingMusicFor } from '../../domain/campaigns/waiting-music.ts';
import { calleeHours, contactSettings } from '../../domain/contact-hours/callee-hours.ts';
import { type AgentId, campaignId } from '../../domain/model/ids.ts';
import { type Instant, toIso } from '../../domain/model/instant.ts';
import { plusPeriod } from '../../domain/model/period.ts';
import { type CampaignRecord, RECORD_STATES } from '../../domain/model/record.ts';
import { atLocal, localDate } from '../../domain/model/time-zone.ts';
import { recontactTimes } from '../../domain/records/recontact-times.ts';
import { waitsAs } from '../../domain/records/waits-for.ts';
import type { Definitions } from '../../language/definitions.ts';
import { own } from '../../language/dictionary.ts';
import { agentOf } from '../caller.ts';
import { contactsOfAgent, nameOfRecord } from '../desk-views.ts';

import type { RouteHandlers } from '../handler.ts';
import { historyItems } from '../person-history.ts';
import { type Problem, problem } from '../problems.ts';
import { questions } from '../questions.ts';
import type { MY_DESK_READS } from '../routes/my-desk.ts';
import { readsTexts, unclaimedFor } from '../unclaimed.ts';
import { recordFor, refOf, worksOn } from '../whose.ts';

type Needs = PortsOf<'api-read'>;

const noAgent: Problem = problem('not-allowed', 'you are no agent of this centre');
/** Records listed at most. */
const MOST = 200;
const A_WEEK = { days: 7, seconds: 0 };

export const myDeskReads: RouteHandlers<typeof MY_DESK_READS, Needs> = {
  async readDesk({ caller }, ports) {
    const definitions = ports.definitions.definitions();
    const agent = agentOf(definitions, caller);
    if (agent === undefined) return noAgent;
    const [group = ''] =
      Object.entries(definitions.groups).find(([, { agents }]) => agents.includes(agent)) ?? [];
    const [present, contacts, heldUp] = await Promise.all([
      ports.agents.ofGroups([group]),
      contactsOfAgent(agent, definitions, ports),
      heldUpFor(agent, campaignsOf(definitions, group), ports),
    ]);
    const presence = present.find((one) => one.agent === agent);
    // whose phone rang and who has the call is not written to the board
    const taken =
      presence?.activity === 'ringing' && contacts.find(({ phase }) => phase === 'with-agent');
    return {
      body: {
        now: toIso(ports.clock.now()),
        agent,
        group,
        activity: taken ? 'talking' : (presence?.activity ?? 'offline'),
        since: taken ? taken.since : presence && toIso(presence.since),
        breaks: breaksOf(definitions.centre).map(({ id, ...one }) => ({ break: id, ...one })),
        campaigns: campaignsOf(definitions, group).map(({ id, campaign }) => ({
          campaign: id,
          name: campaign.name,
          colour: campaign.colour,
          handling: campaign.handling,
          conversations: readsTexts(definitions, group, id),
          may: campaign.agentsMay,
        })),
        music: waitingMusicFor(definitions, group),
        heldUp,
        contacts: [...contacts],
      },
    };
  },

  async listMyRecords({ caller }, ports) {
    const definitions = ports.definitions.definitions();
    const agent = agentOf(definitions, caller);
    if (agent === undefined) return noAgent;
    const records = await ports.records.waitingFor(agent, MOST);
    const now = ports.clock.now();
    const items = await Promise.all(
      records.filter(isSeen(definitions, agent, now)).map(async (record) => {
        const { campaign, nextContact, updatedAt, classifier } = record;
        const as = waitsAs(record)?.as ?? 'recall';
        const settings = own(definitions.campaigns, campaign);
        const { recallEarly = false, recallWithoutContact = false } = settings?.agentsMay ?? {};
        const isOwn = record.privateTo === undefined || record.privateTo === agent;
        return {
          campaign,
          record: record.record,
          name: nameOfRecord(record, settings),
          as,
          at: toIso(as === 'unhandled' ? updatedAt : (nextContact ?? updatedAt)),
          classifier: settings?.classifiers[classifier ?? '']?.name,
          attempt: as === 'unhandled' ? await leftAttempt(record, ports) : undefined,
          mayCallNow: recallEarly && isEarly(record, agent, now),
          mayMove: recallWithoutContact && isOwn && as !== 'unhandled',
        };
      }),
    );
    return { body: { items: items.toSorted((a, b) => (a.at < b.at ? -1 : 1)) } };
  },

  async listUnclaimed({ caller }, ports) {
    const definitions = ports.definitions.definitions();
    const agent = agentOf(definitions, caller);
    if (agent === undefined) return noAgent;
    const items = await unclaimedFor(agent, definitions, ports);
    return { body: { items: [...items] } };
  },

  async readMyCampaign({ params, caller }, ports) {
    const definitions = ports.definitions.definitions();
    const campaign = own(definitions.campaigns, params.campaign);
    if (campaign === undefined || !worksOn(definitions, caller, params.campaign))
      return problem('not-allowed', 'you do not work on the campaign');
    const { name, fields, agentsMay } = campaign;
    const counts = agentsMay.seeCounts
      ? await ports.records.counts(campaignId(params.campaign))
      : undefined;
    return {
      body: {
        ...{ campaign: params.campaign, name, may: agentsMay },
        fields: questions(fields, {}),
        counts: counts && {
          records: total(counts),
          states: Object.fromEntries(RECORD_STATES.map((state) => [state, counts[state] ?? 0])),
        },
      },
    };
  },

  async listRecontactTimes({ params, query, caller }, ports) {
    const definitions = ports.definitions.definitions();
    const record = await recordFor(definitions, caller, refOf(params), ports.records);
    if ('problem' in record) return record;
    const campaign = own(definitions.campaigns, params.campaign);
    const { timeZone: zone } = definitions.centre;
    const now = ports.clock.now();
    const contact = contactSettings(definitions, params.campaign);
    const from = atLocal(query.from ?? localDate(now, zone), 0, zone);
    const times = recontactTimes({
      from,
      until: plusPeriod(from, A_WEEK, zone),
      zone,
      now,
      hours: hoursNamed(definitions, campaign?.channels.outbound?.recallHours),
      callee: contact && calleeHours(contact, record),
      lastDate: campaign?.lastDate,
      longest: campaign?.classifiers[query.classifier ?? '']?.recontact?.within,
    });
    const byDay = Map.groupBy(times, (time) => localDate(time, zone));
    const days = [...byDay].map(([date, open]) => ({ date, times: open.map(toIso) }));
    return { body: { timeZone: zone, days } };
  },

  async readHistory({ params, caller }, ports) {
    const definitions = ports.definitions.definitions();
    const record = await recordFor(definitions, caller, refOf(params), ports.records);
    if ('problem' in record) return record;
    return { body: { items: [...(await historyItems(record, definitions, ports))] } };
  },
};

/** A private recall before its time. */
const isEarly = ({ state, privateTo, nextContact }: CampaignRecord, agent: AgentId, now: Instant) =>
  state === 'recall-scheduled' &&
  privateTo === agent &&
  nextContact !== undefined &&
  nextContact > now;

/** Private recalls are seen before their time where the campaign says so (CAM-18). */
const isSeen =
  ({ campaigns }: Definitions, agent: AgentId, now: Instant) =>
  (record: CampaignRecord): boolean =>
    !isEarly(record, agent, now) ||
    (own(campaigns, record.campaign)?.agentsMay.recallEarly ?? false);

/** The contact that is still to be classified: the last one the agent had. */
async function leftAttempt(
  record: CampaignRecord,
  { records }: Pick<Needs, 'records'>,
): Promise<string | undefined> {
  const { attempts } = await records.kept(record);
  const talked = attempts.filter(({ agent, classifier }) => agent && classifier === undefined);
  return talked.toSorted((a, b) => b.orderedAt - a.orderedAt)[0]?.id;
}
