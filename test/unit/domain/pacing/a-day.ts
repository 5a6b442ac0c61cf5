// A small campaign to try pacing on: seeded people and agents, one decision a second. Much simpler
// than the simulator of the benchmark, and enough to see whether the cap holds.

import { emptyCallModel, learn } from '../../../../lib/domain/pacing/call-model.ts';
import type { PacingCall } from '../../../../lib/domain/pacing/facts.ts';
import { pace } from '../../../../lib/domain/pacing/pace.ts';
import type { AgentState } from '../../../../lib/domain/pacing/pacing-agent.ts';
import {
  type CapWindow,
  DEFAULT_PACING,
  type PacingMode,
} from '../../../../lib/domain/pacing/settings.ts';
import {
  between,
  logNormal,
  type Random,
  seededRandom,
} from '../../../../lib/simulation/random.ts';

export interface Day {
  readonly mode: PacingMode;
  readonly agents: number;
  readonly hours: number;
  readonly window?: CapWindow;
  /** Chance of an answer at a moment, in seconds since the start. */
  readonly answers: (second: number) => number;
  /** Mean seconds of a talk; 90. */
  readonly talk?: number;
  /** How many of the agents are there at a moment; all of them. */
  readonly staff?: (second: number) => number;
  /** Agents who are free log out at once; otherwise only while no call in flight may need them. */
  readonly rude?: boolean;
}

export interface DayResult {
  readonly answered: number;
  readonly abandoned: number;
  /** Share of the time agents were in a contact. */
  readonly busy: number;
  /** How often an agent logged out who might be needed for a call in flight. */
  readonly deserted: number;
  /** Abandoned calls above cap × answered + deserted, at the worst moment of the day. */
  readonly above: number;
}

interface Desk {
  state: AgentState;
  since: number;
  until: number;
  wrapUp: number;
}

interface Call {
  readonly startedAt: number;
  readonly endsAt: number;
  readonly answered: boolean;
}

export function aDay(day: Day, seed: number): DayResult {
  const campaign = new SmallCampaign(day, seed);
  for (let second = 0; second < day.hours * 3600; second++) {
    campaign.endContacts(second);
    campaign.changeShift(second);
    campaign.endRinging(second);
    campaign.connect(second);
    campaign.start(second);
  }
  return campaign.result();
}

class SmallCampaign {
  private readonly day: Day;
  private readonly random: Random;
  private readonly desks: Desk[];
  private readonly end: number;
  private model = emptyCallModel();
  private flying: readonly Call[] = [];
  private waiting: readonly number[] = [];
  private answered = 0;
  private abandoned = 0;
  private busy = 0;
  private deserted = 0;
  private above = Number.NEGATIVE_INFINITY;

  constructor(day: Day, seed: number) {
    this.day = day;
    this.random = seededRandom(seed);
    this.desks = Array.from({ length: day.agents }, () => free(0));
    this.end = day.hours * 3600;
  }

  endContacts(second: number): void {
    const now = 1000 * second;
    for (const [i, desk] of this.desks.entries()) {
      if (desk.until > second) continue;
      const lasted = now - desk.since;
      if (desk.state === 'talking') {
        this.model = learn(this.model, { kind: 'talked', at: now, lasted });
        this.desks[i] = { ...desk, state: 'wrap-up', since: now, until: second + desk.wrapUp };
      } else if (desk.state === 'wrap-up') {
        this.model = learn(this.model, { kind: 'wrapped-up', at: now, lasted });
        this.desks[i] = free(now);
      } else if (desk.state === 'leaving') this.desks[i] = away(now);
    }
  }

  /** Who is away comes back; who is in a contact leaves after it, who is free at once. */
  changeShift(second: number): void {
    const { staff, rude = false } = this.day;
    if (!staff) return;
    const now = 1000 * second;
    let missing = staff(second) - this.desks.filter(({ state }) => isThere(state)).length;
    for (const [i, desk] of this.desks.entries()) {
      const { state, until, wrapUp } = desk;
      if (missing > 0 && state === 'break') {
        this.desks[i] = free(now);
        missing--;
      } else if (missing < 0 && state === 'free' && (rude || !this.isNeeded())) {
        if (this.isNeeded()) this.deserted++;
        this.desks[i] = away(now);
        missing++;
      } else if (missing < 0 && (state === 'talking' || state === 'wrap-up')) {
        const end = state === 'talking' ? until + wrapUp : until;
        this.desks[i] = { state: 'leaving', since: now, until: end, wrapUp: 0 };
        missing++;
      }
    }
  }

  /** Without one free agent less there are not enough for everybody in flight. */
  private isNeeded(): boolean {
    const idle = this.desks.filter(({ state }) => state === 'free').length;
    return this.flying.length + this.waiting.length >= idle;
  }

  endRinging(second: number): void {
    for (const { startedAt, answered } of this.flying.filter(({ endsAt }) => endsAt <= second)) {
      const outcome = { at: 1000 * second, startedAt: 1000 * startedAt, answered };
      this.model = learn(this.model, { kind: 'rang', ...outcome });
      if (answered) this.waiting = [...this.waiting, second];
    }
    this.flying = this.flying.filter(({ endsAt }) => endsAt > second);
  }

  connect(second: number): void {
    this.waiting = this.waiting.filter((since) => {
      const desk = this.desks.find(({ state }) => state === 'free');
      if (!desk && second - since < 2) return true;
      this.answered++;
      if (desk) this.talk(desk, second);
      else this.abandoned++;
      return false;
    });
    this.busy += this.desks.filter(({ state }) => state !== 'free').length;
    const borne = DEFAULT_PACING.cap * this.answered + this.deserted;
    this.above = Math.max(this.above, this.abandoned - borne);
  }

  private talk(desk: Desk, second: number): void {
    const until = second + logNormal(this.random, this.day.talk ?? 90, 1);
    const wrapUp = logNormal(this.random, 15, 0.8);
    Object.assign(desk, { state: 'talking', since: 1000 * second, until, wrapUp });
  }

  start(second: number): void {
    const { answered, abandoned, model } = this;
    const { mode, window = 'day' } = this.day;
    const decision = pace({
      now: 1000 * second,
      mode,
      agents: this.desks.map(({ state, since }) => ({ state, since })),
      calls: [
        ...this.flying.map(({ startedAt }) => inFlight('ringing', startedAt)),
        ...this.waiting.map((since) => inFlight('waiting', since)),
      ],
      settings: { ...DEFAULT_PACING, window },
      model,
      recent: { answered, abandoned, since: 0, until: 1000 * this.end },
    });
    const { riskMean = 0, riskLimit = 0 } = decision.figures;
    if (decision.calls > 0 && riskLimit > 0) {
      const share = riskMean / riskLimit;
      this.model = learn(model, {
        kind: 'started',
        at: 1000 * second,
        calls: decision.calls,
        share,
      });
    }
    const started = Array.from({ length: decision.calls }, () => this.dial(second));
    this.flying = [...this.flying, ...started];
  }

  private dial(second: number): Call {
    const answered = this.random.next() < this.day.answers(second);
    const rings = answered ? between(this.random, 5, 18) : between(this.random, 3, 27);
    return { startedAt: second, endsAt: second + rings, answered };
  }

  result(): DayResult {
    const { answered, abandoned, deserted, above } = this;
    const busy = this.busy / (this.day.agents * this.end);
    return { answered, abandoned, busy, deserted, above };
  }
}

function inFlight(state: PacingCall['state'], second: number): PacingCall {
  return { state, since: 1000 * second };
}

const isThere = (state: AgentState) => state !== 'break' && state !== 'leaving';

function away(since: number): Desk {
  return { state: 'break', since, until: Number.POSITIVE_INFINITY, wrapUp: 0 };
}

function free(since: number): Desk {
  return { state: 'free', since, until: 0, wrapUp: 0 };
}
