// Contacts waiting for an agent: the better priority first (1 is best), then who came first.
import type { AgentIdentity } from './agent.ts';
import type { Call } from './call.ts';

export class WaitingContacts {
  private readonly queues = new Map<string, Call[]>();

  add(call: Call, queue: string): void {
    const waiting = this.queues.get(queue) ?? [];
    const behind = waiting.findIndex((other) => goesBefore(call, other));
    waiting.splice(behind === -1 ? waiting.length : behind, 0, call);
    this.queues.set(queue, waiting);
  }

  remove(call: Call): void {
    const waiting = this.queues.get(call.queue ?? '');
    const at = waiting?.indexOf(call) ?? -1;
    if (at >= 0) waiting?.splice(at, 1);
  }

  /** How many wait there. */
  count(queue: string): number {
    return this.queues.get(queue)?.length ?? 0;
  }

  /** The contact of these queues that this agent takes next. */
  nextFor(agent: AgentIdentity, queues: readonly string[]): Call | undefined {
    let best: Call | undefined;
    for (const queue of queues) {
      const first = this.queues.get(queue)?.find((call) => isFor(call, agent));
      if (first && (!best || goesBefore(first, best))) best = first;
    }
    return best;
  }
}

/** Whether the call may be given to this agent now. */
export function isFor({ command, only, steps }: Call, { id, skills = [] }: AgentIdentity): boolean {
  const wanted = only ?? command.agent;
  if (wanted !== undefined) return wanted === id;
  const [step] = steps;
  if (step?.agents && !step.agents.includes(id)) return false;
  return (step?.skills ?? []).every((skill) => skills.includes(skill));
}

function goesBefore(a: Call, b: Call): boolean {
  if (a.priority !== b.priority) return a.priority < b.priority;
  return a.waitsSince < b.waitsSince;
}
