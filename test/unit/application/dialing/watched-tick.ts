// A tick that is watched: what it asks of the agents and when it orders.
import { dialerTick } from '../../../../lib/application/dialing/dialer-tick.ts';
import type { TaskInput } from '../../../../lib/application/tasks/tasks.ts';
import type { Floor } from '../a-floor.ts';

export async function watchedTick(floor: Floor, input: TaskInput<'dialer-tick'>) {
  const asked: string[] = [];
  const { records, agents } = floor.ports;
  const ports = {
    ...floor.ports,
    records: {
      ...records,
      orderEach: (...of: Parameters<typeof records.orderEach>) => {
        asked.push('orders');
        return records.orderEach(...of);
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
