// How the agents' time is spent, by the hour, from the agent events.
import type { AgentActivity, AgentPresence } from '../../domain/model/agent.ts';
import { HourSums } from './hour-sums.ts';

/** Milliseconds. `busy`: with a contact or its wrap-up; `staffed`: busy or ready for a contact. */
export type AgentTimeKind = 'staffed' | 'busy' | 'break';

const SPENT: Readonly<Record<AgentActivity, readonly AgentTimeKind[]>> = {
  free: ['staffed'],
  ringing: ['staffed'],
  talking: ['staffed', 'busy'],
  'wrap-up': ['staffed', 'busy'],
  // somebody who will leave is with the last contact
  leaving: ['staffed', 'busy'],
  break: ['break'],
  offline: [],
};

export class AgentHours {
  readonly sums = new HourSums<AgentTimeKind>(['staffed', 'busy', 'break']);
  private readonly present = new Map<string, { activity: AgentActivity; since: number }>();

  turned({ agent, activity }: AgentPresence, now: number): void {
    this.spend(agent, now);
    this.present.set(agent, { activity, since: now });
  }

  /** Adds the time since the last event of each agent. */
  close(now: number): void {
    for (const agent of this.present.keys()) this.spend(agent, now);
  }

  private spend(agent: string, now: number): void {
    const before = this.present.get(agent);
    if (!before) return;
    for (const name of SPENT[before.activity]) this.sums.spread(before.since, now, name);
    before.since = now;
  }
}
