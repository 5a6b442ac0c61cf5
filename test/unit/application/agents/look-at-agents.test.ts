import { describe, expect, it } from 'vitest';
import { lookAtAgents } from '../../../../lib/application/agents/look-at-agents.ts';
import { Fault } from '../../../../lib/application/tasks/faults.ts';
import type { AgentPresence } from '../../../../lib/domain/model/agent.ts';
import { agentId } from '../../../../lib/domain/model/ids.ts';
import { instant, parseInstant } from '../../../../lib/domain/model/instant.ts';
import { memoryAgentBoard } from '../../../../lib/simulation/memory/agent-board.ts';
import { memoryPorts } from '../../../../lib/simulation/memory/ports.ts';
import { definitions } from '../../../support/definitions.ts';

const NOON = parseInstant('2026-03-02T12:00Z');
const HOUR = 3_600_000;
const seen = (name: string, activity: AgentPresence['activity'], since = NOON - HOUR) => ({
  agent: agentId(name),
  arn: `arn:agent/${name}`,
  group: 'sales',
  activity,
  since: instant(since),
});
type Seen = ReturnType<typeof seen>;

function world(before: readonly Seen[], now: () => Promise<readonly Seen[] | undefined>) {
  const board = memoryAgentBoard();
  const stored: string[] = [];
  const ports = {
    ...memoryPorts({ time: { now: () => NOON }, definitions: definitions() }),
    agentLook: { now },
    agents: {
      ...board,
      put: async (presence: AgentPresence) => {
        stored.push(`${presence.agent} ${presence.activity}`);
        return board.put(presence);
      },
    },
  };
  const known = before.map((each) => board.put({ ...each, eventAt: instant(NOON - 5000) }));
  const look = async () => {
    await Promise.all(known);
    const found = await lookAtAgents(['sales'], ports);
    return found.map(({ agent, activity }) => `${agent} ${activity}`);
  };
  return { look, stored, board };
}

describe('a look at the agents', () => {
  it('stores what has changed, and that whoever is not logged in any more has gone', async () => {
    const before = [seen('eva', 'free'), seen('tom', 'talking'), seen('jan', 'break')];
    const now = [seen('eva', 'free'), seen('tom', 'wrap-up', NOON - 1000)];
    const { look, stored, board } = world(before, async () => now);

    expect(await look()).toEqual(['eva free', 'tom wrap-up', 'jan offline']);
    expect(stored).toEqual(['tom wrap-up', 'jan offline']);
    expect((await board.ofGroups(['sales'])).map(({ activity }) => activity)).toEqual([
      'free',
      'wrap-up',
      'offline',
    ]);
  });

  it('leaves the board as it is where the stream tells, or Connect does not answer', async () => {
    const told = world([seen('eva', 'talking')], async () => undefined);
    const silent = world([seen('eva', 'talking')], async () => {
      throw new Fault('TelephonyUnavailable', 'busy');
    });

    expect([await told.look(), await silent.look()]).toEqual([['eva talking'], ['eva talking']]);
    expect([...told.stored, ...silent.stored]).toEqual([]);
  });
});
