// Where Connect chooses the agent of a call, an agent who has left too many records unhandled gets
// none, by a status that is not for calls (CAM-6), until they have worked off enough (CAM-7). That
// is decided while they wrap a contact up, so that no call comes in between: what they classify in
// time is taken back from the count at once.
import {
  heldUpAgents,
  type LimitOfCampaign,
  limitsInConnect,
} from '../../domain/campaigns/held-up.ts';
import type { AgentPresence } from '../../domain/model/agent.ts';
import type { Attempt } from '../../domain/model/attempt.ts';
import type { AgentId } from '../../domain/model/ids.ts';
import { isSame } from '../../domain/model/is-same.ts';

import type { Ports } from '../ports/ports.ts';
import { Fault } from '../tasks/faults.ts';
import { untilCommitted } from '../until-committed.ts';

export type HoldNeeds = Pick<Ports, 'definitions' | 'campaigns' | 'records' | 'agentHolds'>;

/** Moments at which the next call may come to the agent. */
const BEFORE_A_CALL: ReadonlySet<AgentPresence['activity']> = new Set(['free', 'wrap-up']);

/**
 * Holds the agent or lets them go. When Connect does not answer, the next event of the agent, or
 * the sweeper, is another chance.
 */
export async function holdOrRelease(
  { agent, arn, group, activity, held }: Omit<AgentPresence, 'since' | 'eventAt'>,
  ports: HoldNeeds,
): Promise<'held' | 'released' | undefined> {
  if (held === undefined && !BEFORE_A_CALL.has(activity)) return undefined;
  const limits = limitsInConnect(ports.definitions.definitions(), group);
  if (limits.length === 0 && held === undefined) return undefined;
  const contacts = limits.length === 0 ? [] : await ports.records.withAgent(agent);
  const over = await Promise.all(limits.map((limit) => isOver(agent, limit, contacts, ports)));
  const wanted = over.includes(true);
  if (wanted === (held !== undefined)) return undefined;
  try {
    const put = wanted ? await ports.agentHolds.hold(arn) : await ports.agentHolds.release(arn);
    if (put === 'unknown') return undefined;
    return wanted ? 'held' : 'released';
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return undefined;
  }
}

/** What is not classified yet may be left as well, so it counts, but holds nobody for long. */
async function isOver(
  agent: AgentId,
  { campaign, limit }: LimitOfCampaign,
  contacts: readonly Attempt[],
  { campaigns, records }: HoldNeeds,
): Promise<boolean> {
  const left = (await records.unhandled(campaign, agent, limit.most)).length;
  const heldUp = await untilCommitted(`campaign ${campaign}`, async () => {
    const state = await campaigns.load(campaign);
    const before = state.heldUp ?? [];
    const now = heldUpAgents(before, new Map([[agent, left]]), limit);
    if (isSame(now, before)) return now;
    const after = { ...state, version: state.version + 1, heldUp: now };
    return (await campaigns.commit(state, after, [])) === 'committed' ? now : 'conflict';
  });
  const open = contacts.filter(
    ({ campaign: id, classifier, settled }) =>
      id === campaign && classifier === undefined && !settled,
  );
  return heldUp.includes(agent) || left + open.length >= limit.most;
}

/** After a classification: whoever was held and has worked off enough gets calls again. */
export async function releaseIfDone(
  agent: AgentId,
  ports: HoldNeeds & Pick<Ports, 'agents'>,
): Promise<void> {
  const { groups } = ports.definitions.definitions();
  const own = Object.keys(groups).filter((group) => groups[group]?.agents.includes(agent));
  const limited = own.filter(
    (group) => limitsInConnect(ports.definitions.definitions(), group).length > 0,
  );
  if (limited.length === 0) return;
  const presences = await ports.agents.ofGroups(limited);
  const presence = presences.find((one) => one.agent === agent);
  if (presence?.held !== undefined) await holdOrRelease(presence, ports);
}

/**
 * Agents whose status no longer is, or is not yet, what their records ask for. Where agents are
 * looked at the board may be hours old, and whoever looks at them has done it.
 */
export async function agentsToLookAt(
  ports: Pick<Ports, 'definitions' | 'agents'>,
): Promise<readonly AgentPresence[]> {
  const definitions = ports.definitions.definitions();
  const limited = Object.keys(definitions.groups).filter(
    (group) => limitsInConnect(definitions, group).length > 0,
  );
  if (limited.length === 0 || definitions.centre.connect.agentEvents === 'polled') return [];
  const presences = await ports.agents.ofGroups(limited);
  return presences.filter(({ activity, held }) => activity === 'free' || held !== undefined);
}
