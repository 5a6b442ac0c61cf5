// Which of the things agents do reach the product, as its reader of agent events lets them through.
import { isToldByCall } from '../../domain/dialing/agents-in-calls.ts';
import type { AgentActivity, AgentPresence } from '../../domain/model/agent.ts';
import type { AgentId } from '../../domain/model/ids.ts';

export class ToldOfAgents {
  private readonly last = new Map<AgentId, AgentActivity>();

  isNews({ agent, activity }: AgentPresence): boolean {
    const before = this.last.get(agent);
    this.last.set(agent, activity);
    return before === undefined || !isToldByCall(before, activity);
  }
}
