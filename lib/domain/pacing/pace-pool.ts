// How many calls each campaign starts now, for campaigns that share agents. The next call belongs
// to the campaign whose turn it is (fair-share.ts); its mode decides whether that call may start,
// with the calls of all others in view, including those started a moment ago. A campaign that may
// not start another steps back and the rest continue: no agent waits for a campaign that has nobody
// to call.

import type {
  PacingDecision,
  PacingGate,
  PoolCampaign,
  PoolFacts,
  WaitingCallers,
} from './facts.ts';
import { comesBefore, withinReach } from './fair-share.ts';
import type { Member, Pacer, PacerFacts, PoolView } from './pacer.ts';
import type { PacingAgent } from './pacing-agent.ts';
import { PredictivePacer } from './predictive.ts';
import type { PacingMode } from './settings.ts';
import { SimplePacer } from './simple-modes.ts';
import {
  callsUnder,
  lineLimit,
  rateLimit,
  type StartLimit,
  startLimitGate,
  waitsForConnect,
} from './start-limits.ts';

/** @param served what the campaign has had of the pool, these calls included */
export interface PoolDecision extends PacingDecision {
  readonly served: number;
}

const PACERS: Readonly<Record<PacingMode, (facts: PacerFacts) => Pacer>> = {
  preview: (facts) => new SimplePacer(facts, 'preview'),
  progressive: (facts) => new SimplePacer(facts, 'progressive'),
  ratio: (facts) => new SimplePacer(facts, 'ratio'),
  predictive: (facts) => new PredictivePacer(facts),
};

/** A campaign until the decision is made. */
interface Candidate extends Member {
  /** Those that share some of its agents. */
  readonly others: Candidate[];
  readonly callers: readonly WaitingCallers[];
  served: number;
  readonly lines: StartLimit | undefined;
  /** Limits that kept it from starting another call. */
  readonly reached: Set<StartLimit>;
}

/** Calls to start now, by campaign (NEW-6, DIA-1, DIA-2, CAM-12). */
export function paceAgentPool(pool: PoolFacts): ReadonlyMap<string, PoolDecision> {
  const candidates = candidatesOf(pool);
  const rate = rateLimit(pool);
  const running = new Set(candidates.filter(({ pacer }) => pacer.staffing.online > 0));
  /** Risk that those who have stepped back bear, by their priority. */
  const borne: { readonly priority: number; readonly limit: number }[] = [];
  let atConnect = 0;
  for (let next = nextOf(running); next; next = nextOf(running)) {
    const { pacer } = next;
    const { priority, available = Number.POSITIVE_INFINITY } = pacer.campaign;
    if (next.calls >= available) running.delete(next);
    else if (!pacer.mayStart(viewOf(next, pool), ceilingOf(borne, priority))) {
      running.delete(next);
      if (pacer.riskLimit) borne.push({ priority, limit: pacer.riskLimit });
    } else if (isAtLimit(next, rate, atConnect)) running.delete(next);
    else {
      start(next, pool);
      if (waitsForConnect(pacer.campaign)) atConnect++;
    }
  }
  return new Map(candidates.map((each) => [each.pacer.campaign.id, decisionOf(each, pool, rate)]));
}

function candidatesOf(pool: PoolFacts): readonly Candidate[] {
  const campaigns = withinReach(pool.campaigns);
  const candidates = campaigns.map((campaign): Candidate => {
    const others = campaigns.filter((other) => other !== campaign && shareAgents(other, campaign));
    const agents = agentsOf(campaign, pool);
    const portion = portionOf(campaign, others);
    return {
      pacer: PACERS[campaign.mode]({ now: pool.now, campaign, agents, portion, others }),
      others: [],
      callers: pool.callers.filter((queue) => shareAgents(queue, campaign)),
      calls: 0,
      served: campaign.served,
      lines: lineLimit(campaign),
      reached: new Set(),
    };
  });
  for (const each of candidates) {
    for (const other of candidates) {
      if (other !== each && shareAgents(other.pacer.campaign, each.pacer.campaign)) {
        each.others.push(other);
      }
    }
  }
  return candidates;
}

const viewOf = (own: Candidate, { agents }: PoolFacts): PoolView => ({
  own,
  others: own.others,
  callers: own.callers,
  agents,
});

const shareAgents = (
  a: { readonly groups: readonly string[] },
  b: { readonly groups: readonly string[] },
): boolean => a.groups.some((group) => b.groups.includes(group));

/** Answers that stand for a campaign that has had none yet. */
const UNKNOWN_ANSWERS = 10;

/** The part of its agents a campaign keeps busy, by the answers of each in the window. */
function portionOf({ recent }: PoolCampaign, others: readonly PoolCampaign[]): number {
  const own = recent.answered + UNKNOWN_ANSWERS;
  const all = others.reduce((sum, other) => sum + other.recent.answered + UNKNOWN_ANSWERS, own);
  return own / all;
}

function agentsOf({ groups }: PoolCampaign, { agents }: PoolFacts): readonly PacingAgent[] {
  const [only, ...more] = groups;
  if (only !== undefined && more.length === 0) return agents.get(only) ?? [];
  return groups.flatMap((group) => agents.get(group) ?? []);
}

function nextOf(running: ReadonlySet<Candidate>): Candidate | undefined {
  let next: Candidate | undefined;
  for (const each of running) {
    if (!next || comesBefore(asShare(each), asShare(next))) next = each;
  }
  return next;
}

function asShare({ pacer, served }: Candidate) {
  const { id, priority } = pacer.campaign;
  return { id, priority, served };
}

/**
 * A campaign of lower priority takes no risk that those above it, who have people to call, could
 * not bear.
 */
function ceilingOf(
  borne: readonly { readonly priority: number; readonly limit: number }[],
  priority: number,
): number {
  let ceiling = 1;
  for (const each of borne) if (each.priority > priority) ceiling = Math.min(ceiling, each.limit);
  return ceiling;
}

function isAtLimit(
  { pacer, calls, lines, reached }: Candidate,
  rate: StartLimit | undefined,
  atConnect: number,
): boolean {
  if (lines && calls >= callsUnder(lines)) reached.add(lines);
  if (rate && waitsForConnect(pacer.campaign) && atConnect >= callsUnder(rate)) reached.add(rate);
  return reached.size > 0;
}

function start(candidate: Candidate, pool: PoolFacts): void {
  const { pacer } = candidate;
  candidate.calls++;
  candidate.served += pacer.answerChance;
  pacer.started();
  for (const other of candidate.others) other.pacer.otherStarted(pacer, viewOf(other, pool));
}

function decisionOf(
  candidate: Candidate,
  pool: PoolFacts,
  rate: StartLimit | undefined,
): PoolDecision {
  const { pacer, calls, served, lines, reached } = candidate;
  const { campaign } = pacer;
  const { online } = pacer.staffing;
  const staffed = { gate: 'agents-online', passed: online > 0, saw: online };
  if (online === 0) return { calls: 0, gates: [staffed], figures: pacer.staffing, served };
  const limits = [lines, waitsForConnect(campaign) ? rate : undefined].filter(
    (each) => each !== undefined,
  );
  const limitGates = limits.map((each): PacingGate => startLimitGate(each, reached.has(each)));
  const gates = [staffed, ...pacer.gates(viewOf(candidate, pool)), ...limitGates];
  return { calls, gates, figures: pacer.figures(), served };
}
