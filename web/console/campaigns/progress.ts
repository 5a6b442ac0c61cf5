// How far a campaign has come: its records in four parts that add up to all of them.
import type { Answer } from '../../kit/api/operation-types.ts';

export type Totals = Answer<'readCampaign'>['totals'];

export const PROGRESS_PARTS = ['done', 'going', 'waiting', 'person'] as const;
export type ProgressPart = (typeof PROGRESS_PARTS)[number];

/** Every state of records, in the order of their work. */
export const STATES_OF: Readonly<Record<ProgressPart, readonly string[]>> = {
  done: ['closed', 'blacklisted', 'deleted'],
  going: ['being-contacted', 'in-wrap-up'],
  waiting: ['new', 'recall-scheduled'],
  person: ['unhandled', 'set-aside'],
};

export function progressOf({ states }: Totals): readonly {
  readonly key: ProgressPart;
  readonly count: number;
}[] {
  const counts: Readonly<Record<string, number>> = states;
  return PROGRESS_PARTS.map((key) => ({
    key,
    count: STATES_OF[key].reduce((sum, state) => sum + (counts[state] ?? 0), 0),
  }));
}

export const doneShare = (totals: Totals): number =>
  totals.records === 0 ? 0 : (progressOf(totals)[0]?.count ?? 0) / totals.records;

export const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** Of calls that a person or machine picked up. */
export const reachedShare = (calls: Readonly<Record<string, number>>): number => {
  const all = sumOf(calls);
  return all === 0 ? 0 : (calls.answered ?? 0) / all;
};
