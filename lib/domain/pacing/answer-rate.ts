// How likely is it that a call started now is answered by a person? Several memories of different
// length run side by side, weighted by how well each has predicted the latest outcomes. While a
// campaign is steady the longest memory leads; after a sudden change the shortest takes over within
// some dozens of dials.
//
// An outcome counts only once everything dialed with it has had time to end. Quick endings (busy,
// invalid) would otherwise be over-represented whenever the pace rises, the rate would look lower
// than it is, and the pace would rise again: a runaway.

interface RateMemory {
  /** Dials remembered at most. */
  readonly length: number;
  readonly hits: number;
  readonly dials: number;
  /** Log-likelihood of recent outcomes under this memory, relative to the best one. */
  readonly score: number;
}

/** Outcomes of calls started within the same few seconds, some of which may still be in flight. */
interface RateCohort {
  readonly startedAt: number;
  readonly hits: number;
  readonly dials: number;
}

export interface AnswerRate {
  readonly memories: readonly RateMemory[];
  readonly pending: readonly RateCohort[];
}

/** Chance of an answer and the standard error of that chance. */
export interface RateEstimate {
  readonly chance: number;
  readonly error: number;
}

const COHORT_MS = 5000;
const LENGTHS = [40, 60, 250, 1000, 4000] as const;
/** Before the first dial: three in ten are answered, with the certainty of six dials. */
const PRIOR = { chance: 0.3, dials: 6 } as const;
/** Dials after which a memory's past merit counts e times less. */
const MERIT_DIALS = 300;
/** No memory falls so far behind that it cannot take over after a change. */
const LOWEST_SCORE = -6;

export function emptyAnswerRate(): AnswerRate {
  return {
    memories: LENGTHS.map((length) => ({
      length,
      hits: PRIOR.chance * PRIOR.dials,
      dials: PRIOR.dials,
      score: 0,
    })),
    pending: [],
  };
}

/** Adds one ended call; it counts from `settleMs` after the start of its cohort. */
export function noteOutcome(
  rate: AnswerRate,
  outcome: { readonly startedAt: number; readonly at: number; readonly answered: boolean },
  settleMs: number,
): AnswerRate {
  const startedAt = Math.floor(outcome.startedAt / COHORT_MS) * COHORT_MS;
  const hit = outcome.answered ? 1 : 0;
  const pending: RateCohort[] = [];
  let memories = rate.memories;
  let found = false;
  for (const cohort of rate.pending) {
    if (cohort.startedAt === startedAt) {
      found = true;
      pending.push({ startedAt, hits: cohort.hits + hit, dials: cohort.dials + 1 });
    } else if (cohort.startedAt + COHORT_MS + settleMs < outcome.at) {
      memories = absorb(memories, cohort);
    } else pending.push(cohort);
  }
  if (!found) pending.push({ startedAt, hits: hit, dials: 1 });
  return { memories, pending };
}

export function answerChance(rate: AnswerRate): RateEstimate {
  const best = Math.max(...rate.memories.map((memory) => memory.score));
  let weight = 0;
  let mean = 0;
  let square = 0;
  for (const memory of rate.memories) {
    const w = Math.exp(memory.score - best);
    const chance = memory.hits / memory.dials;
    weight += w;
    mean += w * chance;
    square += w * (chance * chance + Math.max(0.01, chance * (1 - chance)) / memory.dials);
  }
  const chance = mean / weight;
  return { chance, error: Math.sqrt(Math.max(0, square / weight - chance * chance)) };
}

/** Dials in the longest memory, without the prior. */
export function observedDials({ memories }: AnswerRate): number {
  return Math.max(0, Math.round((memories.at(-1)?.dials ?? 0) - PRIOR.dials));
}

function absorb(memories: readonly RateMemory[], cohort: RateCohort): readonly RateMemory[] {
  const fade = Math.exp(-cohort.dials / MERIT_DIALS);
  const next = memories.map((memory) => {
    const chance = Math.min(0.99, Math.max(0.005, memory.hits / memory.dials));
    const likelihood =
      cohort.hits * Math.log(chance) + (cohort.dials - cohort.hits) * Math.log(1 - chance);
    const dials = memory.dials + cohort.dials;
    const keep = Math.min(1, memory.length / dials);
    return {
      length: memory.length,
      hits: (memory.hits + cohort.hits) * keep,
      dials: dials * keep,
      score: memory.score * fade + likelihood,
    };
  });
  const best = Math.max(...next.map((memory) => memory.score));
  return next.map((memory) => ({ ...memory, score: Math.max(LOWEST_SCORE, memory.score - best) }));
}
