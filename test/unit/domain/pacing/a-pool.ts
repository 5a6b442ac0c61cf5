// Pacers of campaigns that share agents, as one of them sees the others.
import type { PacingCall, PoolCampaign } from '../../../../lib/domain/pacing/facts.ts';
import type { Member, Pacer, PoolView } from '../../../../lib/domain/pacing/pacer.ts';
import type { PacingAgent } from '../../../../lib/domain/pacing/pacing-agent.ts';
import { PredictivePacer } from '../../../../lib/domain/pacing/predictive.ts';
import type { PacingMode } from '../../../../lib/domain/pacing/settings.ts';
import { SimplePacer } from '../../../../lib/domain/pacing/simple-modes.ts';
import { aFloor, experience, NOON } from './a-floor.ts';

const known = experience(600, 3);

export function poolCampaign(id: string, over: Partial<PoolCampaign> = {}): PoolCampaign {
  const { settings, recent } = aFloor();
  return {
    id,
    priority: 50,
    mode: 'predictive',
    groups: ['team'],
    calls: [],
    settings,
    model: known,
    recent,
    served: 0,
    ...over,
  };
}

export function pacerOf(
  campaign: PoolCampaign,
  agents: readonly PacingAgent[] = [],
  others: readonly PoolCampaign[] = [],
): Pacer {
  const facts = { now: NOON, campaign, agents, portion: 1, others };
  return campaign.mode === 'predictive'
    ? new PredictivePacer(facts)
    : new SimplePacer(facts, campaign.mode);
}

/** A campaign in this mode, with calls it has in flight and those this decision has started. */
export function member(
  mode: PacingMode,
  {
    calls = [],
    started = 0,
    groups = ['team'],
  }: {
    readonly calls?: readonly PacingCall[];
    readonly started?: number;
    readonly groups?: readonly string[];
  } = {},
): Member {
  return { pacer: pacerOf(poolCampaign(mode, { mode, calls, groups })), calls: started };
}

export function viewOf(
  others: readonly Member[],
  agents: Readonly<Record<string, readonly PacingAgent[]>>,
  more: Partial<PoolView> = {},
): PoolView {
  return {
    own: member('progressive', { groups: Object.keys(agents).slice(0, 1) }),
    others,
    callers: [],
    agents: new Map(Object.entries(agents)),
    ...more,
  };
}
