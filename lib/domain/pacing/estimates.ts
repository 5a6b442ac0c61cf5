// What a campaign has learned about its calls, in figures a person can read (`ringback pacing`).

import { answerChance, observedDials, type RateEstimate } from './answer-rate.ts';
import { type CallModel, USUAL } from './call-model.ts';
import { DURATION_EDGES, type Durations, emptyDurations } from './durations.ts';
import { usualUse } from './limit-use.ts';
import { along, emptyRingingAges, RINGING_SECONDS } from './ringing.ts';

/** Seconds within which so many of ten have ended. */
export interface Spread {
  readonly one: number;
  readonly five: number;
  readonly nine: number;
  /** Observations remembered; the guess a campaign starts with does not count. */
  readonly observations: number;
}

export interface PacingEstimates {
  readonly answers: RateEstimate & { readonly observations: number };
  /** From the start of a call to a person's answer, and to any other end. */
  readonly untilAnswer: Spread;
  readonly untilOtherEnd: Spread;
  readonly talk: Spread;
  readonly wrapUp: Spread;
  /** How much of the limit calls really risk, and of how many started calls that is known. */
  readonly limitUse: { readonly share: number; readonly observations: number };
  /** When the distributions were last renewed, epoch milliseconds; 0: nothing was learned yet. */
  readonly renewedAt: number;
}

/** @param online agents who take contacts, for the use of the limit */
export function estimatesOf(model: CallModel, online: number): PacingEstimates {
  const { rate, ringing, talk, wrapUp, use, outlook } = model;
  const start = emptyRingingAges();
  return {
    answers: { ...answerChance(rate), observations: observedDials(rate) },
    untilAnswer: spread(
      (share) => ended(outlook.ringing.answered, share),
      more(ringing.answered, start.answered),
    ),
    untilOtherEnd: spread(
      (share) => ended(outlook.ringing.other, share),
      more(ringing.other, start.other),
    ),
    talk: spread((share) => over(outlook.talk, share), contacts(talk, USUAL.talk)),
    wrapUp: spread((share) => over(outlook.wrapUp, share), contacts(wrapUp, USUAL.wrapUp)),
    limitUse: {
      share: usualUse(use, Math.max(1, online)),
      observations: Math.round(use.calls),
    },
    renewedAt: outlook.at,
  };
}

function spread(within: (share: number) => number, observations: number): Spread {
  const [one = 0, five = 0, nine = 0] = [0.1, 0.5, 0.9].map(within).map(rounded);
  return { one, five, nine, observations };
}

const rounded = (seconds: number) => Math.round(seconds * 10) / 10;

/** Where a curve over whole seconds reaches the share. */
function ended(curve: readonly number[], share: number): number {
  const above = curve.findIndex((reached) => reached >= share);
  if (above < 0) return RINGING_SECONDS;
  if (above === 0) return 0;
  const from = along(curve, above - 1);
  return above - 1 + (share - from) / Math.max(1e-9, along(curve, above) - from);
}

/** Seconds within which the share of contacts with this hazard is over. */
function over(hazard: readonly number[], share: number): number {
  let toGo = -Math.log(1 - share);
  for (const [bin, perSecond] of hazard.entries()) {
    const from = DURATION_EDGES[bin] ?? 0;
    const width = (DURATION_EDGES[bin + 1] ?? Number.POSITIVE_INFINITY) - from;
    if (perSecond > 0 && toGo <= perSecond * width) return from + toGo / perSecond;
    toGo -= perSecond * width;
  }
  return DURATION_EDGES.at(-1) ?? 0;
}

const more = (counts: readonly number[], before: readonly number[]) =>
  Math.max(0, Math.round(sum(counts) - sum(before)));

const contacts = ({ ended: counts }: Durations, mean: number) =>
  more(counts, emptyDurations(mean).ended);

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
