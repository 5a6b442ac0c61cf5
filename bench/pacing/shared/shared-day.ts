// A day of several campaigns whose queues share agents, with the outcomes and durations of the
// study's base scenario (../shared/dialer): who answers, how long calls ring, talks and wrap-ups
// last. Agents take the waiting contact of the best queue priority first, and the agent who has
// been free for longest gets the next one, as in Amazon Connect.

import { type CallModel, emptyCallModel, learn } from '../../../lib/domain/pacing/call-model.ts';
import type { PacingCall, PoolCampaign } from '../../../lib/domain/pacing/facts.ts';
import { pace } from '../../../lib/domain/pacing/pace.ts';
import { paceAgentPool } from '../../../lib/domain/pacing/pace-pool.ts';
import type { AgentState } from '../../../lib/domain/pacing/pacing-agent.ts';
import { type CapWindow, DEFAULT_PACING } from '../../../lib/domain/pacing/settings.ts';
import { logNormal, type Random, seededRandom } from '../../../lib/simulation/random.ts';
import { VirtualClock } from '../../../lib/simulation/virtual-clock.ts';

export interface SharedCampaign {
  readonly id: string;
  readonly groups: readonly string[];
  /** 0 to 100; 50 when missing. */
  readonly priority?: number;
  /** Chance of a live answer by the hour of the day. */
  readonly answers?: (hour: number) => number;
  /** Mean seconds of a talk; 120. */
  readonly talk?: number;
  /** Hours in which it has people to call; the whole day when missing. */
  readonly active?: (hour: number) => boolean;
}

export interface SharedInbound {
  readonly groups: readonly string[];
  readonly callersPerHour: number;
}

export interface SharedScenario {
  readonly id: string;
  /** Agents by group. */
  readonly groups: Readonly<Record<string, number>>;
  readonly campaigns: readonly SharedCampaign[];
  readonly inbound?: SharedInbound;
  readonly days: number;
}

/** together: one decision for all · apart: each campaign decides as if all agents were its own. */
export type Deciding = 'together' | 'apart';

export interface CampaignCounts {
  answered: number;
  abandoned: number;
  started: number;
}

export interface SharedDay {
  readonly campaigns: Readonly<Record<string, CampaignCounts>>;
  /** Seconds of agents in a contact or its wrap-up, and of all. */
  readonly busy: number;
  readonly staffed: number;
}

interface Desk {
  readonly group: string;
  state: AgentState;
  since: number;
}

interface Flying {
  readonly campaign: Side | undefined;
  readonly startedAt: number;
  state: PacingCall['state'];
  since: number;
}

interface Waiting {
  readonly call: Flying;
  readonly groups: readonly string[];
  readonly level: number;
  readonly since: number;
  readonly talk: number;
  readonly wrapUp: number;
}

/** A campaign in the simulation. */
interface Side {
  readonly is: SharedCampaign;
  readonly random: Random;
  readonly calls: Set<Flying>;
  readonly counts: CampaignCounts;
  /** Of the period before today. */
  readonly earlier: Pick<CampaignCounts, 'answered' | 'abandoned'>;
  model: CallModel;
  served: number;
}

const HOURS = 8;
const PATIENCE_MS = 2000;
const CALLER_PATIENCE_MS = 60_000;
const TIMEOUT = 25;
const RATE_WINDOW_MS = 900_000;

/** Days in a row. What was learned goes on, and over thirty days the counts do. */
export function sharedDays(
  scenario: SharedScenario,
  days: number,
  window: CapWindow,
  deciding: Deciding,
): readonly SharedDay[] {
  let before: readonly Side[] = [];
  return Array.from({ length: days }, (_, n) => {
    const day = new Day({ scenario, n, window, deciding, before });
    const result = day.run();
    before = day.sides;
    return result;
  });
}

interface DayOf {
  readonly scenario: SharedScenario;
  /** Number of the day, from 0. */
  readonly n: number;
  readonly window: CapWindow;
  readonly deciding: Deciding;
  /** Its campaigns on the day before. */
  readonly before: readonly Side[];
}

class Day {
  readonly sides: readonly Side[];
  private readonly clock: VirtualClock;
  private readonly desks: Desk[];
  private readonly inboundRandom: Random;
  private waiting: Waiting[] = [];
  private arrivals: number[] = [];
  private busy = 0;
  private readonly of: DayOf;
  private readonly start: number;
  private readonly end: number;

  constructor(of: DayOf) {
    const { scenario, n, window, before } = of;
    this.of = of;
    this.start = n * HOURS * 3_600_000;
    this.end = this.start + HOURS * 3_600_000;
    this.clock = new VirtualClock(this.start);
    const random = seededRandom(`${scenario.id}/${1000 + n}`);
    this.inboundRandom = random.fork('inbound');
    this.desks = Object.entries(scenario.groups).flatMap(([group, count]) =>
      Array.from({ length: count }, (): Desk => ({ group, state: 'free', since: this.start })),
    );
    this.sides = scenario.campaigns.map((is, i) => ({
      is,
      random: random.fork(is.id),
      calls: new Set(),
      counts: { answered: 0, abandoned: 0, started: 0 },
      earlier: window === 'day' ? NONE : countsOf(before[i]),
      model: before[i]?.model ?? emptyCallModel(),
      served: before[i]?.served ?? 0,
    }));
  }

  run(): SharedDay {
    this.nextCaller();
    for (let at = this.start; at < this.end; at += 1000) this.clock.at(at, () => this.tick());
    for (let at = this.start + 60_000; at < this.end; at += 60_000)
      this.clock.at(at, () => this.look());
    while (this.clock.step(this.end - 1));
    for (const desk of this.desks) this.turn(desk, 'free', this.end);
    return {
      campaigns: Object.fromEntries(this.sides.map(({ is, counts }) => [is.id, counts])),
      busy: this.busy / 1000,
      staffed: this.desks.length * HOURS * 3600,
    };
  }

  private now(): number {
    return this.clock.now();
  }

  private turn(desk: Desk, state: AgentState, now = this.now()): void {
    if (desk.state !== 'free') this.busy += Math.min(now, this.end) - desk.since;
    desk.state = state;
    desk.since = now;
  }

  private after(seconds: number, then: () => void): void {
    this.clock.at(this.now() + Math.round(seconds * 1000), then);
  }

  private look(): void {
    for (const side of this.sides) {
      const agents = this.desks.filter(({ group }) => side.is.groups.includes(group));
      side.model = learn(side.model, { kind: 'looked', at: this.now(), agents });
    }
  }

  private tick(): void {
    const hour = (this.now() - this.start) / 3_600_000;
    const active = this.sides.filter(({ is }) => is.active?.(hour) ?? true);
    const facts = this.sides.map((side) => this.facts(side, active.includes(side)));
    const decisions = this.of.deciding === 'together' ? this.together(facts) : this.apart(facts);
    for (const side of this.sides) {
      const decision = decisions.get(side.is.id);
      if (!decision) continue;
      const { calls, figures, served } = decision;
      side.served = served;
      const { riskMean = 0, riskLimit = 0 } = figures;
      if (calls > 0 && riskLimit > 0) {
        const share = riskMean / riskLimit;
        side.model = learn(side.model, { kind: 'started', at: this.now(), calls, share });
      }
      for (let n = 0; n < calls; n++) this.dial(side, hour);
    }
  }

  private together(campaigns: readonly PoolCampaign[]) {
    const { groups = [] } = this.of.scenario.inbound ?? {};
    const since = this.now() - RATE_WINDOW_MS;
    this.arrivals = this.arrivals.filter((at) => at > since);
    const waiting = this.waiting.filter(({ call }) => !call.campaign).length;
    const seconds = Math.min(RATE_WINDOW_MS, Math.max(60_000, this.now() - this.start)) / 1000;
    const callers = [{ groups, waiting, perSecond: this.arrivals.length / seconds }];
    return paceAgentPool({
      now: this.now(),
      agents: Map.groupBy(this.desks, ({ group }) => group),
      campaigns,
      callers: this.of.scenario.inbound ? callers : [],
    });
  }

  private apart(campaigns: readonly PoolCampaign[]) {
    return new Map(
      campaigns.map((facts) => {
        const agents = this.desks.filter(({ group }) => facts.groups.includes(group));
        const decision =
          facts.available === 0 ? undefined : pace({ ...facts, agents, now: this.now() });
        return [facts.id, decision && { ...decision, served: 0 }] as const;
      }),
    );
  }

  private facts(
    { is, calls, model, counts, earlier, served }: Side,
    active: boolean,
  ): PoolCampaign {
    const { id, groups, priority = 50 } = is;
    const answered = earlier.answered + counts.answered;
    const abandoned = earlier.abandoned + counts.abandoned;
    return {
      id,
      priority,
      groups,
      model,
      served,
      mode: 'predictive',
      calls: [...calls],
      settings: { ...DEFAULT_PACING, window: this.of.window },
      recent: { answered, abandoned, since: earlier === NONE ? this.start : 0, until: this.end },
      available: !active ? 0 : undefined,
    };
  }

  private dial(side: Side, hour: number): void {
    const { random, is, calls, counts } = side;
    counts.started++;
    const startedAt = this.now();
    const call: Flying = { campaign: side, startedAt, state: 'ringing', since: startedAt };
    calls.add(call);
    const setUp = logNormal(random, 2.5, 0.4);
    const live = random.next() < (is.answers?.(hour) ?? 0.3);
    const seconds = setUp + (live ? answerAfter(random) : endAfter(random));
    const talk = logNormal(random, is.talk ?? 120, 1.1);
    const wrapUp = logNormal(random, 20, 0.8);
    this.after(seconds, () => {
      const at = this.now();
      side.model = learn(side.model, { kind: 'rang', at, startedAt, answered: live });
      if (!live) {
        calls.delete(call);
        return;
      }
      call.state = 'waiting';
      call.since = at;
      const { priority = 50, groups } = is;
      this.queue({ call, groups, level: -priority, since: at, talk, wrapUp }, PATIENCE_MS);
    });
  }

  private nextCaller(): void {
    const { inbound } = this.of.scenario;
    if (!inbound) return;
    const random = this.inboundRandom;
    const gap = (-3600 / inbound.callersPerHour) * Math.log(1 - random.next());
    this.after(gap, () => {
      const at = this.now();
      this.arrivals.push(at);
      const call: Flying = { campaign: undefined, startedAt: at, state: 'waiting', since: at };
      const [talk, wrapUp] = [logNormal(random, 120, 1.1), logNormal(random, 20, 0.8)];
      const { groups } = inbound;
      this.queue({ call, groups, level: -50, since: at, talk, wrapUp }, CALLER_PATIENCE_MS);
      this.nextCaller();
    });
  }

  private queue(waiting: Waiting, patience: number): void {
    let best: Desk | undefined;
    for (const desk of this.desks) {
      if (desk.state !== 'free' || !waiting.groups.includes(desk.group)) continue;
      if (!best || desk.since < best.since) best = desk;
    }
    if (best) {
      this.connect(best, waiting);
      return;
    }
    this.waiting.push(waiting);
    this.clock.at(this.now() + patience, () => this.abandon(waiting));
  }

  private abandon(waiting: Waiting): void {
    if (!this.waiting.includes(waiting)) return;
    this.waiting = this.waiting.filter((each) => each !== waiting);
    const { campaign } = waiting.call;
    if (!campaign) return;
    campaign.calls.delete(waiting.call);
    campaign.counts.answered++;
    campaign.counts.abandoned++;
  }

  private connect(desk: Desk, { call, talk, wrapUp }: Waiting): void {
    const { campaign } = call;
    if (campaign) {
      campaign.calls.delete(call);
      campaign.counts.answered++;
    }
    this.turn(desk, 'talking');
    this.after(talk, () => {
      if (campaign) this.learned(campaign, 'talked', talk);
      this.turn(desk, 'wrap-up');
      this.after(wrapUp, () => {
        if (campaign) this.learned(campaign, 'wrapped-up', wrapUp);
        this.turn(desk, 'free');
        this.takeNext(desk);
      });
    });
  }

  private learned(side: Side, kind: 'talked' | 'wrapped-up', seconds: number): void {
    side.model = learn(side.model, { kind, at: this.now(), lasted: 1000 * seconds });
  }

  private takeNext(desk: Desk): void {
    let next: Waiting | undefined;
    for (const each of this.waiting) {
      if (!each.groups.includes(desk.group)) continue;
      if (!next || each.level < next.level) next = each;
    }
    if (!next) return;
    const taken = next;
    this.waiting = this.waiting.filter((each) => each !== taken);
    this.connect(desk, taken);
  }
}

const NONE = { answered: 0, abandoned: 0 };

function countsOf(side: Side | undefined) {
  if (!side) return NONE;
  const { earlier, counts } = side;
  return {
    answered: earlier.answered + counts.answered,
    abandoned: earlier.abandoned + counts.abandoned,
  };
}

function answerAfter(random: Random): number {
  for (let n = 0; n < 20; n++) {
    const ring = logNormal(random, 9, 0.55);
    if (ring <= TIMEOUT) return ring;
  }
  return TIMEOUT;
}

/** 45 % machines, 12 % busy or failed, the rest ring out. */
function endAfter(random: Random): number {
  const kind = random.next();
  if (kind < 0.45) {
    const atOnce = random.next() < 0.25;
    const rings = atOnce ? 1 + 2 * random.next() : 15 + 10 * random.next();
    return Math.min(TIMEOUT, rings) + 3;
  }
  return kind < 0.57 ? 0.5 + 3.5 * random.next() : TIMEOUT;
}
