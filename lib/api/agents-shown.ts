// Agents as pages show them: who has taken a call that rang is known from the call. While somebody
// rings on the board, the calls of the first few campaigns of their groups are asked for; of the
// others time alone tells.

import type { PortsOf } from '../application/tasks/task-ports.ts';
import { workingGroups } from '../domain/campaigns/handling.ts';
import { agentsInCalls, agentsTalking } from '../domain/dialing/agents-in-calls.ts';
import type { AgentPresence } from '../domain/model/agent.ts';
import { campaignId } from '../domain/model/ids.ts';

type Needs = Pick<PortsOf<'api-read'>, 'agents' | 'clock' | 'definitions' | 'records'>;

/** Campaigns whose calls are asked for. */
const ASKED = 4;

export async function agentsShown(
  groups: readonly string[],
  ports: Needs,
): Promise<readonly AgentPresence[]> {
  const present = agentsTalking(await ports.agents.ofGroups(groups), ports.clock.now());
  const ringing = new Set(
    present.flatMap(({ activity, group }) => (activity === 'ringing' ? [group] : [])),
  );
  if (ringing.size === 0) return present;
  const definitions = ports.definitions.definitions();
  const theirs = Object.entries(definitions.campaigns).filter(([, campaign]) =>
    workingGroups(definitions, campaign).some((group) => ringing.has(group)),
  );
  const calls = await Promise.all(
    theirs.slice(0, ASKED).map(([id]) => ports.records.inFlight(campaignId(id))),
  );
  return agentsInCalls(present, calls.flat());
}
