// What a campaign did since somebody looks at it: a sample of each answer, kept while the page is
// open. Older ones are thinned out, so that a day of looking is no more than a few hundred.
import type { Answer } from '../../kit/api/operation-types.ts';

type Live = Answer<'readLive'>;

export interface Sample {
  /** Epoch seconds of the centre's clock. */
  readonly at: number;
  readonly calls: number;
  readonly atWork: number;
  /** Calls that the last decision started; null: none was made. */
  readonly started: number | null;
  /** Shares; null where nothing is capped. */
  readonly abandoned: number | null;
  readonly cap: number | null;
}

const MOST = 400;

export function sampleOf({ at, calls, agents, pace, abandonment }: Live): Sample {
  const { offline: _, ...working } = agents;
  return {
    at: Date.parse(at) / 1000,
    calls: sum(calls),
    atWork: sum(working),
    started: pace?.started ?? null,
    abandoned:
      abandonment === undefined || abandonment.answered === 0
        ? null
        : abandonment.abandoned / abandonment.answered,
    cap: abandonment?.cap ?? null,
  };
}

/** With one more: answers of the same moment are one, and an older answer is none. */
export function withSample(samples: readonly Sample[], sample: Sample): readonly Sample[] {
  const last = samples.at(-1);
  if (last !== undefined && sample.at <= last.at) return samples;
  const all = [...samples, sample];
  if (all.length <= MOST) return all;
  // of the older half every other
  const half = Math.floor(MOST / 2);
  return all.filter((_, n) => n >= half || n % 2 === 0);
}

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, n) => all + n, 0);
