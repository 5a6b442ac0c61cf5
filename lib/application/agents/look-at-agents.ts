// The agents of some groups as the board has them, brought up to date where no stream does it. Who
// is not among those logged in has gone. When Connect does not answer, the board stands as it is.
import type { AgentPresence } from '../../domain/model/agent.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { Ports } from '../ports/ports.ts';
import { Fault } from '../tasks/faults.ts';

type Needs = Pick<Ports, 'agents' | 'agentLook' | 'clock'>;
type Seen = Omit<AgentPresence, 'eventAt'>;

/** The board forgets whom it has not heard of for a day. */
const REPEATED_AFTER = 3_600_000;

export async function lookAtAgents(
  groups: readonly string[],
  ports: Needs,
): Promise<readonly AgentPresence[]> {
  const now = ports.clock.now();
  const [known, seen] = await Promise.all([ports.agents.ofGroups(groups), look(groups, ports)]);
  if (seen === undefined) return known;
  const present = seen.map((each) => ({ ...each, eventAt: now }));
  const there = new Set(present.map(({ agent }) => agent));
  const gone = known
    .filter(({ agent, activity }) => !there.has(agent) && activity !== 'offline')
    .map((each) => ({ ...each, activity: 'offline' as const, since: now, eventAt: now }));
  const news = [...present, ...gone].filter((each) => isNews(each, known, now));
  await Promise.all(news.map((each) => ports.agents.put(each)));
  return [...present, ...gone];
}

async function look(groups: readonly string[], { agentLook }: Needs) {
  try {
    return await agentLook.now(groups);
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}

function isNews(seen: Seen, known: readonly AgentPresence[], now: Instant): boolean {
  const before = known.find(({ agent }) => agent === seen.agent);
  return (
    before === undefined ||
    before.group !== seen.group ||
    before.activity !== seen.activity ||
    before.held !== seen.held ||
    before.since !== seen.since ||
    now - before.eventAt >= REPEATED_AFTER
  );
}
