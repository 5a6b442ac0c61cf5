// For which agent a caller waits first: the owner of a private record (INB-11), else the agent of
// the last conversation (INB-10). Connect keeps a caller for an agent who is not there as well, so
// only one who is logged in and serves the queue counts. How long is the campaign's setting, and
// part of the flow.

import type { AgentPresence } from '../model/agent.ts';
import { userIdOf } from '../model/agent.ts';
import type { Gate } from '../model/gate.ts';
import type { AgentId } from '../model/ids.ts';
import type { CampaignRecord } from '../model/record.ts';

export interface ReservationFacts {
  readonly record?: Pick<CampaignRecord, 'privateTo' | 'lastAgent'>;
  /** Seconds; undefined turns it off. */
  readonly privateAgent?: number;
  readonly lastAgent?: number;
  /** Agents of the queue's groups, as far as they are known. */
  readonly agents: readonly AgentPresence[];
}

export interface Reservation {
  readonly kind: 'private' | 'last' | 'none';
  readonly agent?: AgentPresence;
  readonly gates: readonly Gate[];
}

export function reservationOf({
  record,
  privateAgent,
  lastAgent,
  agents,
}: ReservationFacts): Reservation {
  const wanted = [
    ['private', privateAgent, record?.privateTo],
    ['last', lastAgent, record?.lastAgent],
  ] as const;
  const gates: Gate[] = [];
  for (const [kind, seconds, id] of wanted) {
    if (seconds === undefined || id === undefined) continue;
    const agent = agents.find((presence) => presence.agent === id);
    const passed = agent !== undefined && agent.activity !== 'offline';
    gates.push({
      gate: `${kind}-agent-there`,
      passed,
      saw: agent?.activity ?? 'unknown',
      wanted: id,
    });
    if (passed) return { kind, agent, gates };
  }
  return { kind: 'none', gates };
}

/** Known to be logged in, as flows get it with the identity: user ids, or none. */
export function agentIds(
  record: Pick<CampaignRecord, 'privateTo' | 'lastAgent'> | undefined,
  agents: readonly AgentPresence[],
): { readonly lastAgent: string; readonly privateAgent: string } {
  const idOf = (id: AgentId | undefined): string => {
    const found = agents.find(({ agent, activity }) => agent === id && activity !== 'offline');
    return found === undefined ? 'none' : userIdOf(found.arn);
  };
  return { lastAgent: idOf(record?.lastAgent), privateAgent: idOf(record?.privateTo) };
}
