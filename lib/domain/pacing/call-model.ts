// What a campaign has learned about its calls: plain data in constant memory, so that it can be
// stored on the campaign, survives restarts and is never rebuilt from history. `learn` is pure;
// counts change with every outcome, the outlook that decisions read is renewed about once a minute.

import { type AnswerRate, emptyAnswerRate, noteOutcome } from './answer-rate.ts';
import { type Durations, emptyDurations, hazards, noteDuration } from './durations.ts';
import { emptyLimitUse, type LimitUse, noteStarted } from './limit-use.ts';
import type { PacingAgent } from './pacing-agent.ts';
import {
  emptyRingingAges,
  noteRinging,
  type RingingAges,
  type RingingCurves,
  ringingCurves,
  settledAfter,
} from './ringing.ts';

/**
 * The curves decisions are made with; replaced as a whole, so that what follows from it can be
 * cached.
 */
export interface Outlook {
  /** When it was last renewed, epoch milliseconds; 0 before the first outcome. */
  readonly at: number;
  readonly ringing: RingingCurves;
  /** Chance per second that a talk (a wrap-up) ends, per bin of `DURATION_EDGES`. */
  readonly talk: readonly number[];
  readonly wrapUp: readonly number[];
  /** Seconds within which practically every call has ended its ringing. */
  readonly settledAfter: number;
}

export interface CallModel {
  /** 2: with the use of the limit. */
  readonly version: 2;
  readonly rate: AnswerRate;
  readonly ringing: RingingAges;
  readonly talk: Durations;
  readonly wrapUp: Durations;
  /** How much of the risk limit started calls use. */
  readonly use: LimitUse;
  readonly outlook: Outlook;
}

/** What happened; every moment in epoch milliseconds, durations in milliseconds. */
export type PacingOutcome =
  /** A call ended its ringing; `answered`: a person (or what was taken for one) needs an agent. */
  | {
      readonly kind: 'rang';
      readonly at: number;
      readonly startedAt: number;
      readonly answered: boolean;
    }
  | { readonly kind: 'talked'; readonly at: number; readonly lasted: number }
  | { readonly kind: 'wrapped-up'; readonly at: number; readonly lasted: number }
  /**
   * One decision started calls; `share`: their mean risk, divided by the limit they were started
   * under.
   */
  | {
      readonly kind: 'started';
      readonly at: number;
      readonly calls: number;
      readonly share: number;
    }
  /**
   * A look at the agents, about once a minute: contacts still going on are evidence of long ones.
   */
  | { readonly kind: 'looked'; readonly at: number; readonly agents: readonly PacingAgent[] };

/** Means assumed before the first contact, in seconds: two minutes of talk, 20 s of wrap-up. */
export const USUAL = { talk: 120, wrapUp: 20 } as const;
const RENEW_MS = 60_000;

export function emptyCallModel(): CallModel {
  const counts = {
    version: 2,
    rate: emptyAnswerRate(),
    ringing: emptyRingingAges(),
    talk: emptyDurations(USUAL.talk),
    wrapUp: emptyDurations(USUAL.wrapUp),
    use: emptyLimitUse(),
  } as const;
  return { ...counts, outlook: outlookOf(counts, 0, []) };
}

export function learn(model: CallModel, outcome: PacingOutcome): CallModel {
  const next = counted(model, outcome);
  if (outcome.at - model.outlook.at < RENEW_MS) return next;
  const agents = outcome.kind === 'looked' ? outcome.agents : [];
  return { ...next, outlook: outlookOf(next, outcome.at, agents) };
}

function counted(model: CallModel, outcome: PacingOutcome): CallModel {
  switch (outcome.kind) {
    case 'rang': {
      const settleMs = model.outlook.settledAfter * 1000;
      const seconds = (outcome.at - outcome.startedAt) / 1000;
      return {
        ...model,
        rate: noteOutcome(model.rate, outcome, settleMs),
        ringing: noteRinging(model.ringing, seconds, outcome.answered),
      };
    }
    case 'talked':
      return { ...model, talk: noteDuration(model.talk, outcome.lasted / 1000) };
    case 'wrapped-up':
      return { ...model, wrapUp: noteDuration(model.wrapUp, outcome.lasted / 1000) };
    case 'started':
      return { ...model, use: noteStarted(model.use, outcome.calls, outcome.share) };
    case 'looked':
      return model;
  }
}

function outlookOf(
  counts: Omit<CallModel, 'outlook'>,
  at: number,
  agents: readonly PacingAgent[],
): Outlook {
  const running = (state: PacingAgent['state']) =>
    agents.filter((agent) => agent.state === state).map((agent) => (at - agent.since) / 1000);
  return {
    at,
    ringing: ringingCurves(counts.ringing),
    talk: hazards(counts.talk, running('talking')),
    wrapUp: hazards(counts.wrapUp, running('wrap-up')),
    settledAfter: settledAfter(counts.ringing),
  };
}
