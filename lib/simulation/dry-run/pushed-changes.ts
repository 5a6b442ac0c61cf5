// How often push-changes runs in the cloud: once for all that one of its two streams brings within
// the seconds it gathers (lib/infra/api/live.ts). A dry run has no pages to tell, so the runs are
// counted from what would be in the streams.
import { TASKS } from '../../application/tasks/tasks.ts';
import { NOBODY_FOR } from '../../domain/live/watch.ts';
import type { AgentActivity, AgentPresence } from '../../domain/model/agent.ts';
import type { AgentId } from '../../domain/model/ids.ts';

/** Seconds in which changes of agents are gathered. */
const AGENTS_GATHER = 1;
/** Of a query that finds nobody. */
const READ_UNITS = 0.5;

const isAway = (activity: AgentActivity): boolean => activity === 'break' || activity === 'offline';

export class PushedChanges {
  private readonly activities = new Map<AgentId, AgentActivity>();
  private gathersLines = Number.NEGATIVE_INFINITY;
  private gathersAgents = Number.NEGATIVE_INFINITY;
  private nobodyUntil = Number.NEGATIVE_INFINITY;
  private readonly ran: (reads: number) => void;

  /** @param ran called for each run */
  constructor(ran: (reads: number) => void) {
    this.ran = ran;
  }

  /** An item of the journal. @param now epoch ms */
  line(now: number): void {
    if (now < this.gathersLines) return;
    this.gathersLines = now + TASKS['push-changes'].gathers * 1000;
    this.run(this.gathersLines);
  }

  /** Of what agents do only their coming and going is told, and their breaks. */
  agent({ agent, activity }: Pick<AgentPresence, 'agent' | 'activity'>, now: number): void {
    const before = this.activities.get(agent);
    this.activities.set(agent, activity);
    if (before === activity || (before && !isAway(before) && !isAway(activity))) return;
    if (now < this.gathersAgents) return;
    this.gathersAgents = now + AGENTS_GATHER * 1000;
    this.run(this.gathersAgents);
  }

  private run(now: number): void {
    const asks = now >= this.nobodyUntil;
    if (asks) this.nobodyUntil = now + NOBODY_FOR;
    this.ran(asks ? READ_UNITS : 0);
  }
}
