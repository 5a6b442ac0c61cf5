// Figures of a campaign by day and agent (RPT-2). They are kept with every change in its own
// transaction, so their sums are the totals of the campaign, and reading them asks for no record.
import { attemptCounter } from '../campaigns/counts.ts';
import type { Attempt } from '../model/attempt.ts';
import type { Change } from '../model/change.ts';
import { type Counting, countedAttempts } from '../model/counted-attempts.ts';
import type { Instant } from '../model/instant.ts';

/** Days are YYYY-MM-DD on the centre's clock. */
export interface DayCount {
  readonly day: string;
  /** Missing where no agent had a part in it. */
  readonly agent?: string | undefined;
  /**
   * By what is counted: contacts by how they ended as in the totals (`call:answered`),
   * `classifier:<id>`, `success`, `recall`.
   */
  readonly counts: Readonly<Record<string, number>>;
}

export type DayOf = (at: Instant) => string;

/** A change as the figures see it. */
type Reported = Counting & Pick<Change, 'entries'>;

/**
 * What to add to the figures of which day and agent. A contact counts on the day it was begun,
 * whenever it ends and is classified, and for the agent it has.
 */
export function dayCounts(change: Reported, dayOf: DayOf): readonly DayCount[] {
  if (!movesFigures(change)) return [];
  const sums = new Map<string, { day: string; agent?: string; counts: Record<string, number> }>();
  const add = (at: Instant, agent: string | undefined, what: string, by: number) => {
    const day = dayOf(at);
    const key = `${day}#${agent ?? ''}`;
    const sum = sums.get(key) ?? { day, ...(agent !== undefined && { agent }), counts: {} };
    sums.set(key, sum);
    sum.counts[what] = (sum.counts[what] ?? 0) + by;
  };
  const { before, after, attempt, entries } = change;
  const count = (of: Attempt | undefined, by: number) => {
    if (of?.status === undefined) return;
    add(of.orderedAt, of.agent, attemptCounter(of, of.status), by);
    if (of.classifier !== undefined) add(of.orderedAt, of.agent, `classifier:${of.classifier}`, by);
  };
  for (const each of countedAttempts(change)) {
    count(each.before, -1);
    count(each.after, 1);
  }
  const [at, agent] =
    attempt === undefined
      ? [after.updatedAt, after.lastAgent]
      : [attempt.after.orderedAt, attempt.after.agent];
  const successes = Number(after.success) - Number(before?.success ?? false);
  if (successes !== 0) add(at, agent, 'success', successes);
  for (const entry of entries) {
    if (entry.type === 'record.recall-scheduled') add(at, agent, 'recall', 1);
  }
  return [...sums.values()].flatMap(({ counts, ...of }) => {
    const moved = Object.entries(counts).filter(([, by]) => by !== 0);
    return moved.length === 0 ? [] : [{ ...of, counts: Object.fromEntries(moved) }];
  });
}

/** Most changes move none: a simulation asks this with each. */
function movesFigures(change: Reported): boolean {
  const { before, after, entries } = change;
  return (
    (before?.success ?? false) !== after.success ||
    countedAttempts(change).some(
      ({ before, after }) =>
        before?.status !== after?.status ||
        (after?.status !== undefined &&
          (before?.classifier !== after.classifier || before?.agent !== after.agent)),
    ) ||
    entries.some(({ type }) => type === 'record.recall-scheduled')
  );
}

/** Contacts that count with the change: from now on they are in the lists of their day. */
export const listedWith = (change: Counting): readonly Attempt[] =>
  countedAttempts(change).flatMap(({ before, after }) =>
    after?.status !== undefined && before?.status === undefined ? after : [],
  );

type Part = 'campaign' | 'agent' | 'day';

export interface Figures {
  readonly campaign?: string | undefined;
  readonly agent?: string | undefined;
  readonly day?: string | undefined;
  readonly counts: Readonly<Record<string, number>>;
}

/** The sums by some of the three; those of no agent are a row of their own. */
export function summedBy(
  parts: readonly Part[],
  figures: readonly (DayCount & { readonly campaign: string })[],
): readonly Figures[] {
  const keyOf = (one: Figures) => JSON.stringify(parts.map((part) => one[part] ?? ''));
  const groups = Map.groupBy(figures, keyOf);
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => {
      const [first] = group;
      const counts: Record<string, number> = {};
      for (const one of group)
        for (const [what, by] of Object.entries(one.counts))
          counts[what] = (counts[what] ?? 0) + by;
      const named = Object.fromEntries(parts.map((part) => [part, first?.[part]]));
      return { ...named, counts: withoutZeros(counts) };
    });
}

const withoutZeros = (counts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
