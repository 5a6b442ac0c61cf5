// The agents of some groups as the board has them, brought up to date where no stream does it. Who
// is not among those logged in has gone. When Connect does not answer, the board stands as it is.
// Whoever is seen newly free or wrapping up, and has left too many records unhandled, is kept from
// calls (CAM-6), which the board knows at once: nobody may look again for a while.
import type { AgentPresence } from '../../domain/model/agent.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { Ports } from '../ports/ports.ts';
import { Fault } from '../tasks/faults.ts';
import { type HoldNeeds, holdOrRelease } from './agent-hold.ts';

type LookNeeds = Pick<Ports, 'agents' | 'agentLook' | 'clock'>;
type Seen = Omit<AgentPresence, 'eventAt'>;

/** The board forgets whom it has not heard of for a day. */
const REPEATED_AFTER = 3_600_000;
/** Records of an agent who is held may be put back by others, which nothing tells. */
const HELD_AGAIN_AFTER = 60_000;

/** @param board what it said a moment ago */
export async function lookAtAgents(
  groups: readonly string[],
  ports: LookNeeds & HoldNeeds,
  board?: readonly AgentPresence[],
): Promise<readonly AgentPresence[]> {
  const now = ports.clock.now();
  const [known, seen] = await Promise.all([
    board ?? ports.agents.ofGroups(groups),
    look(groups, ports),
  ]);
  if (seen === undefined) return known;
  const present = seen.map((each) => ({ ...each, eventAt: now }));
  const there = new Set(present.map(({ agent }) => agent));
  const gone = known
    .filter(({ agent, activity }) => !there.has(agent) && activity !== 'offline')
    .map((each) => ({ ...each, activity: 'offline' as const, since: now, eventAt: now }));
  return Promise.all(
    [...present, ...gone].map(async (each) => {
      if (!isNews(each, known, now)) return each;
      const noted = await withHold(each, ports);
      await ports.agents.put(noted);
      return noted;
    }),
  );
}

/** As they are once Connect has done what was asked of it. */
async function withHold(seen: AgentPresence, ports: HoldNeeds): Promise<AgentPresence> {
  const done = await holdOrRelease(seen, ports);
  if (done === 'held') {
    return seen.activity === 'free'
      ? { ...seen, activity: 'break', held: 'now' }
      : { ...seen, activity: 'leaving', held: 'next' };
  }
  return done === 'released' ? { ...seen, held: undefined } : seen;
}

async function look(groups: readonly string[], { agentLook }: LookNeeds) {
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
    now - before.eventAt >= (seen.held === undefined ? REPEATED_AFTER : HELD_AGAIN_AFTER)
  );
}
