// A tick that is watched: what it asks of the lease and of the agents.
import { dialerTick } from '../../../../lib/application/dialing/dialer-tick.ts';
import type { TaskInput } from '../../../../lib/application/tasks/tasks.ts';
import type { Floor } from '../a-floor.ts';

export async function watchedTick(floor: Floor, input: TaskInput<'dialer-tick'>) {
  const asked: string[] = [];
  const { campaigns, agents } = floor.ports;
  const ports = {
    ...floor.ports,
    campaigns: {
      ...campaigns,
      takeTick: (...of: Parameters<typeof campaigns.takeTick>) => {
        asked.push('lease');
        return campaigns.takeTick(...of);
      },
    },
    agents: {
      ...agents,
      ofGroups: (groups: readonly string[]) => {
        asked.push('agents');
        return agents.ofGroups(groups);
      },
    },
  };
  return { ...(await dialerTick(input, ports)), asked };
}
