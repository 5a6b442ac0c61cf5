// Agents work while a queue they serve is staffed.
import { hoursInZone, isOpen } from '../../domain/contact-hours/calendar.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { AgentIdentity } from '../phone-network/agent.ts';
import type { PhoneNetwork } from '../phone-network/phone-network.ts';

/** The agents of the definitions; who is in several groups works in the first. */
export function agentsOfGroups({ groups }: Definitions): readonly AgentIdentity[] {
  const found = new Map<string, AgentIdentity>();
  for (const [group, { agents }] of Object.entries(groups)) {
    for (const id of agents) {
      if (!found.has(id)) found.set(id, { id, group, arn: `arn:simulated:agent/${id}` });
    }
  }
  return [...found.values()];
}

/** @returns to be called every minute: sends agents in and out as the queues open and close */
export function shifts(
  definitions: Definitions,
  agents: readonly AgentIdentity[],
  network: PhoneNetwork,
): (now: Instant) => void {
  const groups = [...new Set(agents.map(({ group }) => group))];
  const onShift = new Set<string>();
  return (now) => {
    for (const group of groups) {
      const staffed = isStaffed(definitions, group, now);
      if (staffed === onShift.has(group)) continue;
      const ids = agents.filter((agent) => agent.group === group).map(({ id }) => id);
      if (staffed) {
        onShift.add(group);
        network.startShift(ids);
      } else {
        onShift.delete(group);
        network.logOut(ids);
      }
    }
  };
}

function isStaffed({ queues, hours, centre }: Definitions, group: string, now: Instant): boolean {
  return Object.values(queues).some((queue) => {
    const open = hours[queue.hours];
    return queue.groups.includes(group) && open && isOpen(hoursInZone(open, centre.timeZone), now);
  });
}
