// One campaign of the example, or copies of it: each with a queue and agents of its own, or all
// with the same.
import type { Definitions } from '../../lib/language/definitions.ts';
import type { Staff } from '../../lib/simulation/dry-run/staff.ts';
import { CAMPAIGN } from '../support.ts';

export interface Centre {
  readonly definitions: Definitions;
  readonly campaigns: readonly string[];
  readonly agents: readonly (Staff & { readonly arn: string })[];
}

interface Wanted {
  readonly campaigns: number;
  /** Of all campaigns together. */
  readonly agents: number;
  /** All campaigns have the agents together. */
  readonly shared: boolean;
  readonly callsPerSecond: number;
}

export function centreOf(example: Definitions, wanted: Wanted): Centre {
  const campaign = example.campaigns[CAMPAIGN];
  const outbound = campaign?.channels.outbound;
  if (campaign === undefined || outbound === undefined) throw new Error('the example calls');
  const ids = Array.from({ length: wanted.campaigns }, (_, n) => `c${n + 1}`);
  const teamOf = (n: number) => `team-${wanted.shared ? 1 : (n % wanted.campaigns) + 1}`;
  const agents = Array.from({ length: wanted.agents }, (_, n) => ({
    ...{ id: `agent-${n + 1}`, group: teamOf(n), arn: `agent/agent-${n + 1}` },
  }));
  const teams = [...new Set(agents.map(({ group }) => group))];
  const [queue] = Object.values(example.queues);
  const [group] = Object.values(example.groups);
  if (queue === undefined || group === undefined) throw new Error('the example has a team');
  const definitions: Definitions = {
    ...example,
    centre: {
      ...example.centre,
      connect: { ...example.centre.connect, callsPerSecond: wanted.callsPerSecond, burst: 200 },
    },
    groups: Object.fromEntries(
      teams.map((team) => [
        team,
        { ...group, agents: agents.filter((agent) => agent.group === team).map(({ id }) => id) },
      ]),
    ),
    queues: Object.fromEntries(teams.map((team) => [team, { ...queue, groups: [team] }])),
    campaigns: Object.fromEntries(
      ids.map((id, n) => [
        id,
        {
          ...campaign,
          channels: { ...campaign.channels, outbound: { ...outbound, queue: teamOf(n) } },
        },
      ]),
    ),
  };
  return { definitions, campaigns: ids, agents };
}
