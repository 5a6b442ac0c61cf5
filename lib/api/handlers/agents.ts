// Agents and groups, and what is offered to an agent.
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import { agentsOfCampaign } from '../../domain/campaigns/campaign-agents.ts';
import type { AgentPresence } from '../../domain/model/agent.ts';
import { agentId, campaignId } from '../../domain/model/ids.ts';
import { toIso } from '../../domain/model/instant.ts';
import { agentsShown } from '../agents-shown.ts';
import { agentOf, reaches } from '../caller.ts';
import { contactsOfAgent } from '../desk-views.ts';
import type { RouteHandlers } from '../handler.ts';
import { problem } from '../problems.ts';
import type { AGENT_READS } from '../routes/agents.ts';

/** Of one agent. */
const MOST_UNHANDLED = 100;

export const agentReads: RouteHandlers<typeof AGENT_READS, PortsOf<'api-read'>> = {
  async listGroups(_, ports) {
    const { groups, queues } = ports.definitions.definitions();
    const present = await agentsShown(Object.keys(groups), ports);
    const items = Object.entries(groups).map(([group, { name, agents }]) => ({
      group,
      name: name ?? group,
      queues: Object.keys(queues).filter((id) => queues[id]?.groups.includes(group)),
      agents: agents.map((agent) =>
        presenceView(
          agent,
          present.find((one) => one.agent === agent && one.group === group),
        ),
      ),
    }));
    return { body: { items } };
  },

  async listUnhandled({ params, query, caller }, ports) {
    const definitions = ports.definitions.definitions();
    const id = campaignId(params.campaign);
    const own = agentOf(definitions, caller);
    const sees = reaches(definitions, caller, id);
    const named = query.agent === undefined ? undefined : agentId(query.agent);
    if (!sees && (own === undefined || (named !== undefined && named !== own)))
      return problem('not-allowed', 'agents see their own unhandled records');
    const asked = sees ? named : own;
    const agents =
      asked === undefined
        ? [...agentsOfCampaign(definitions, id).map(agentId), undefined]
        : [asked];
    const [state, left] = await Promise.all([
      ports.campaigns.load(id),
      Promise.all(agents.map((agent) => ports.records.unhandled(id, agent, MOST_UNHANDLED))),
    ]);
    const items = left
      .flat()
      .flatMap(({ record, unhandled }) => (unhandled === undefined ? [] : [{ record, unhandled }]))
      .toSorted((a, b) => a.unhandled.since - b.unhandled.since)
      .map(({ record, unhandled: { attempt, agent, since } }) => {
        return { record, attempt, agent, since: toIso(since) };
      });
    const heldUp = (state.heldUp ?? []).filter((agent) => agents.includes(agent));
    return { body: { items, heldUp } };
  },

  async listOffers({ caller }, ports) {
    const definitions = ports.definitions.definitions();
    const agent = agentOf(definitions, caller);
    if (agent === undefined) return problem('not-allowed', 'you are no agent of this centre');
    const contacts = await contactsOfAgent(agent, definitions, ports);
    const items = contacts.map(({ campaign, record, attempt, phase, since, until, awaitsYou }) => ({
      ...{ campaign, record, attempt, phase, since, until, awaitsYou },
    }));
    return { body: { items } };
  },
};

const presenceView = (agent: string, presence: AgentPresence | undefined) => ({
  agent,
  activity: presence?.activity ?? ('offline' as const),
  since: presence && toIso(presence.since),
});
