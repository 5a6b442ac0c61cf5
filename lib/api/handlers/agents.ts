// Agents and groups, and what is offered to an agent.
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import type { AgentPresence } from '../../domain/model/agent.ts';
import { toIso } from '../../domain/model/instant.ts';
import { agentOf } from '../caller.ts';
import { contactsOf } from '../desk-views.ts';
import type { RouteHandlers } from '../handler.ts';
import { problem } from '../problems.ts';
import type { AGENT_READS } from '../routes/agents.ts';

export const agentReads: RouteHandlers<typeof AGENT_READS, PortsOf<'api-read'>> = {
  async listGroups(_, ports) {
    const { groups, queues } = ports.definitions.definitions();
    const present = await ports.agents.ofGroups(Object.keys(groups));
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

  async listOffers({ caller }, ports) {
    const definitions = ports.definitions.definitions();
    const agent = agentOf(definitions, caller);
    if (agent === undefined) return problem('not-allowed', 'you are no agent of this centre');
    const contacts = await contactsOf(agent, definitions, ports);
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
