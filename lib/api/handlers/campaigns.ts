// Campaigns: what they are, how far they have come, and their switch.
import { switchCampaign } from '../../application/campaigns/switch-campaign.ts';
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import type { CampaignState, Counts } from '../../domain/campaigns/campaign-state.ts';
import { leftToDial, open, total } from '../../domain/campaigns/counts.ts';
import { workingGroups } from '../../domain/campaigns/handling.ts';
import { campaignId } from '../../domain/model/ids.ts';
import { toIso } from '../../domain/model/instant.ts';
import { RECORD_STATES } from '../../domain/model/record.ts';
import type { Definitions } from '../../language/definitions.ts';
import { own } from '../../language/dictionary.ts';
import { agentOf, type Caller, nameOf, reaches } from '../caller.ts';
import { mustMatch, type RouteHandlers } from '../handler.ts';
import { liveView } from '../live.ts';
import { pageOf, unknownCursor } from '../paging.ts';
import { problem, refusedFor } from '../problems.ts';
import {
  CAMPAIGN_CHANNELS,
  type CAMPAIGN_READS,
  type CAMPAIGN_WRITES,
} from '../routes/campaigns.ts';
import { fieldViews } from '../views.ts';

export const campaignReads: RouteHandlers<typeof CAMPAIGN_READS, PortsOf<'api-read'>> = {
  async listCampaigns({ query, caller }, ports) {
    const definitions = ports.definitions.definitions();
    const ids = Object.keys(definitions.campaigns).filter((id) => reaches(definitions, caller, id));
    const page = pageOf(ids, (id) => id, query);
    if (page === undefined) return unknownCursor();
    const states = await Promise.all(page.items.map((id) => ports.campaigns.load(campaignId(id))));
    const items = states.map((state) => campaignView(definitions, state));
    return { body: { items, next: page.next } };
  },

  async readCampaign({ params }, ports) {
    const id = campaignId(params.campaign);
    const [state, counts] = await Promise.all([ports.campaigns.load(id), ports.records.counts(id)]);
    const definitions = ports.definitions.definitions();
    const view = campaignView(definitions, state);
    const body = { ...view, totals: totalsOf(counts), ...settingsView(definitions, id) };
    return { body, etag: switchTag(state) };
  },

  async readLive({ params }, ports) {
    const definitions = ports.definitions.definitions();
    const id = campaignId(params.campaign);
    const settings = definitions.campaigns[id];
    const groups = settings === undefined ? [] : workingGroups(definitions, settings);
    const now = ports.clock.now();
    const [state, inFlight, present] = await Promise.all([
      ports.campaigns.load(id),
      ports.records.inFlight(id),
      ports.agents.ofGroups(groups),
    ]);
    return { body: liveView({ definitions, id, state, inFlight, groups, present, now }) };
  },

  async readProgress({ params: { campaign }, caller }, ports) {
    const definitions = ports.definitions.definitions();
    if (!reaches(definitions, caller, campaign) && !worksFor(definitions, caller, campaign))
      return problem('not-allowed', 'you do not work for the campaign');
    const id = campaignId(campaign);
    const [{ state }, counts] = await Promise.all([
      ports.campaigns.load(id),
      ports.records.counts(id),
    ]);
    const { records, states, open: left, waiting } = totalsOf(counts);
    return { body: { campaign, state, records, states, open: left, waiting } };
  },
};

export const campaignWrites: RouteHandlers<typeof CAMPAIGN_WRITES, PortsOf<'api-write'>> = {
  async switchCampaign({ params: { campaign }, body, caller, ifMatch }, ports) {
    let before: CampaignState | undefined;
    const matching = {
      ...ports.campaigns,
      async load(id: CampaignState['campaign']) {
        before = await ports.campaigns.load(id);
        mustMatch(ifMatch, switchTag(before));
        return before;
      },
    };
    const input = { campaign, to: body.state, by: nameOf(caller) };
    const answer = await switchCampaign(input, { ...ports, campaigns: matching });
    if (answer.kind === 'refused') return refusedFor(answer.reasons);
    const after = await ports.campaigns.load(campaignId(campaign));
    const from = before?.state ?? after.state;
    const changed = from === body.state ? undefined : { from: { state: from }, to: body };
    return { body: { campaign, state: body.state }, etag: switchTag(after), changed };
  },
};

/** An agent of a group that takes its calls (CAM-20). */
function worksFor(definitions: Definitions, caller: Caller, id: string): boolean {
  const agent = agentOf(definitions, caller);
  const campaign = own(definitions.campaigns, id);
  if (agent === undefined || campaign === undefined) return false;
  return workingGroups(definitions, campaign).some((group) =>
    own(definitions.groups, group)?.agents.includes(agent),
  );
}

/** Of what callers can change; the dialer's own memory of the campaign changes all the time. */
const switchTag = ({ state, changedAt }: CampaignState): string => `${state}-${changedAt}`;

function campaignView({ campaigns }: Definitions, state: CampaignState) {
  const { campaign, version, changedAt, changedBy } = state;
  const settings = campaigns[campaign];
  if (settings === undefined) throw new Error(`campaign '${campaign}' is not defined`);
  const { name, goal, priority, handling, channels, lastDate, supervisors } = settings;
  const switched = changedAt > 0 && version > 0;
  return {
    campaign,
    name,
    state: state.state,
    changedAt: switched ? toIso(changedAt) : undefined,
    changedBy: switched ? changedBy : undefined,
    goal,
    priority,
    handling,
    channels: CAMPAIGN_CHANNELS.filter((one) => channels[one] !== undefined),
    mode: channels.outbound?.mode,
    lastDate,
    supervisors: [...supervisors],
  };
}

/** Of its files, what those who work with its records have to know. */
function settingsView({ campaigns }: Definitions, id: string) {
  const settings = campaigns[id];
  const { outbound, inbound } = settings?.channels ?? {};
  return {
    fields: fieldViews(settings?.fields ?? {}),
    classifiers: Object.entries(settings?.classifiers ?? {}).map(([classifier, { name }]) => ({
      classifier,
      name,
    })),
    rule: outbound?.rule,
    ivr: inbound?.ivr,
  };
}

/** The counters of the store by what they count; records by state add up to all records. */
function totalsOf(counts: Counts) {
  const under = (prefix: string): Record<string, number> =>
    Object.fromEntries(
      Object.entries(counts).flatMap(([key, count]) =>
        key.startsWith(prefix) ? [[key.slice(prefix.length), count] as const] : [],
      ),
    );
  return {
    records: total(counts),
    states: Object.fromEntries(RECORD_STATES.map((state) => [state, counts[state] ?? 0])),
    open: open(counts),
    waiting: leftToDial(counts),
    successes: counts.success ?? 0,
    calls: under('call:'),
    inbound: under('inbound:'),
    messages: { sms: under('message:sms:'), email: under('message:email:') },
  };
}
