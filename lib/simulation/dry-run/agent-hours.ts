// How the agents' time is spent, by the hour and by agent group, from the agent events.
import type { AgentActivity, AgentPresence } from '../../domain/model/agent.ts';
import { HourSums } from './hour-sums.ts';

/** Milliseconds. `busy`: with a contact or its wrap-up; `staffed`: busy or ready for a contact. */
export type AgentTimeKind = 'staffed' | 'busy' | 'break';
export type AgentTimes = ReadonlyMap<number, Readonly<Record<AgentTimeKind, number>>>;

const KINDS: readonly AgentTimeKind[] = ['staffed', 'busy', 'break'];

const SPENT: Readonly<Record<AgentActivity, readonly AgentTimeKind[]>> = {
  free: ['staffed'],
  ringing: ['staffed'],
  talking: ['staffed', 'busy'],
  'wrap-up': ['staffed', 'busy'],
  // an agent who is about to leave is with their last contact
  leaving: ['staffed', 'busy'],
  break: ['break'],
  offline: [],
};

interface Present {
  readonly group: string;
  readonly activity: AgentActivity;
  since: number;
}

export class AgentHours {
  private readonly byGroup = new Map<string, HourSums<AgentTimeKind>>();
  private readonly present = new Map<string, Present>();

  turned({ agent, group, activity }: AgentPresence, now: number): void {
    this.spend(agent, now);
    this.present.set(agent, { group, activity, since: now });
  }

  /** Adds the time since the last event of each agent. */
  close(now: number): void {
    for (const agent of this.present.keys()) this.spend(agent, now);
  }

  /** @param groups all of them when missing */
  times(groups: readonly string[] = [...this.byGroup.keys()]): AgentTimes {
    const sums = new HourSums<AgentTimeKind>(KINDS);
    for (const group of groups) sums.addAll(this.byGroup.get(group)?.entries() ?? new Map());
    return sums.entries();
  }

  private spend(agent: string, now: number): void {
    const before = this.present.get(agent);
    if (!before) return;
    for (const kind of SPENT[before.activity])
      this.of(before.group).spread(before.since, now, kind);
    before.since = now;
  }

  private of(group: string): HourSums<AgentTimeKind> {
    const sums = this.byGroup.get(group) ?? new HourSums<AgentTimeKind>(KINDS);
    this.byGroup.set(group, sums);
    return sums;
  }
}
