// Answers that are no longer true are asked for again: those on the page soon, but none more often
// than its gap and none while it is being asked for anyway, so that a thousand changes a minute are
// no thousand requests. Those of other places are asked for when one comes there.
import type { Query, QueryClient } from '@tanstack/react-query';
import { concerns, gapOf } from './concerns.ts';
import type { Notice } from './live-line.ts';

/** ms in which further notices are waited for. */
const GATHERS = 100;

interface Outside {
  readonly now: () => number;
  readonly later: (ms: number, run: () => void) => () => void;
  /** Nobody looks at a page that is hidden. */
  readonly isHidden: () => boolean;
}

const OUTSIDE: Outside = {
  now: Date.now,
  later: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  isHidden: () => document.hidden,
};

export class Untrue {
  private readonly queries: QueryClient;
  private readonly outside: Outside;
  private readonly waiting = new Set<Query>();
  private cancel: (() => void) | undefined;

  constructor(queries: QueryClient, outside: Outside = OUTSIDE) {
    this.queries = queries;
    this.outside = outside;
  }

  note(notice: Notice): void {
    for (const query of this.queries.getQueryCache().getAll())
      if (concerns(query.queryKey, notice, etagOf(query))) this.waiting.add(query);
    this.plan(GATHERS);
  }

  /** Anything may have changed. */
  noteAll(): void {
    for (const query of this.queries.getQueryCache().getAll())
      if (gapOf(query.queryKey) > 0) this.waiting.add(query);
    this.plan(GATHERS);
  }

  stop(): void {
    this.cancel?.();
    this.waiting.clear();
  }

  private plan(ms: number): void {
    if (this.cancel !== undefined || this.waiting.size === 0) return;
    this.cancel = this.outside.later(ms, () => {
      this.cancel = undefined;
      this.askAgain();
    });
  }

  private askAgain(): void {
    const now = this.outside.now();
    for (const query of this.waiting) {
      // an answer under way may be older than the change
      if (query.state.fetchStatus === 'fetching') continue;
      const isShown = query.isActive() && !this.outside.isHidden();
      if (isShown && now - query.state.dataUpdatedAt < gapOf(query.queryKey)) continue;
      this.waiting.delete(query);
      void this.queries.invalidateQueries({
        queryKey: query.queryKey,
        exact: true,
        refetchType: isShown ? 'active' : 'none',
      });
    }
    this.plan(GATHERS * 5);
  }
}

function etagOf(query: Query): string | undefined {
  const { data } = query.state;
  return (data as { readonly etag?: string } | undefined)?.etag;
}
