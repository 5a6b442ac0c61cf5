// Loops of an IVR. A loop on which neither the caller nor circumstances decide would never end, so
// the checks refuse it. A silent caller or a full queue could keep any other going endlessly, so
// the compiler counts its rounds.
import type { BlockExit, IvrGraph } from './ivr-graph.ts';

/**
 * Loops that neither the caller nor circumstances can end: nothing that decides changes from one
 * round to the next. Each as the ids of its blocks, in the order of the file.
 */
export function loopsOfNobody(graph: IvrGraph): readonly (readonly string[])[] {
  return knots(graph, ({ needs }) => needs === 'nothing');
}

/** Blocks that lead back to themselves, each loop once: all that lead to each other. */
export function loopsOf(graph: IvrGraph): readonly (readonly string[])[] {
  return knots(graph, () => true);
}

/** Blocks at which every loop comes past: where the rounds are counted. */
export function loopHeads(graph: IvrGraph): ReadonlySet<string> {
  const heads = new Set<string>();
  const state = new Map<string, 'open' | 'done'>();
  for (const start of graph.starts) {
    walk(graph, start, {
      isNew: (id) => !state.has(id),
      enter: (id) => state.set(id, 'open'),
      seen: (_, to) => {
        if (state.get(to) === 'open') heads.add(to);
      },
      leave: (id) => state.set(id, 'done'),
    });
  }
  return heads;
}

/**
 * Groups of blocks that lead to each other by exits that count (Tarjan), in the order of the file.
 */
function knots(
  graph: IvrGraph,
  counts: (exit: BlockExit) => boolean,
): readonly (readonly string[])[] {
  const order = new Map([...graph.nodes.keys()].map((id, place) => [id, place]));
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const found: string[][] = [];
  const lower = (id: string, to: number | undefined) =>
    low.set(id, Math.min(low.get(id) ?? Infinity, to ?? Infinity));
  const visit: Visit = {
    counts,
    isNew: (id) => !index.has(id),
    enter: (id) => {
      low.set(id, index.size);
      index.set(id, index.size);
      stack.push(id);
      onStack.add(id);
    },
    seen: (id, to) => {
      if (onStack.has(to)) lower(id, index.get(to));
    },
    leave: (id, parent) => {
      if (low.get(id) === index.get(id)) {
        const knot = stack.splice(stack.lastIndexOf(id));
        for (const member of knot) onStack.delete(member);
        if (knot.length > 1 || leadsToItself(graph, id, counts)) found.push(knot);
      }
      if (parent !== undefined) lower(parent, low.get(id));
    },
  };
  for (const id of graph.nodes.keys()) if (!index.has(id)) walk(graph, id, visit);
  const placed = (id: string | undefined) => order.get(id ?? '') ?? 0;
  return found
    .map((knot) => knot.toSorted((a, b) => placed(a) - placed(b)))
    .toSorted((a, b) => placed(a[0]) - placed(b[0]));
}

function leadsToItself(graph: IvrGraph, id: string, counts: (exit: BlockExit) => boolean): boolean {
  return graph.nodes.get(id)?.exits.some((exit) => exit.to === id && counts(exit)) ?? false;
}

interface Visit {
  readonly counts?: (exit: BlockExit) => boolean;
  readonly isNew: (id: string) => boolean;
  readonly enter: (id: string) => void;
  /** An exit to a block entered before. */
  readonly seen: (id: string, to: string) => void;
  readonly leave: (id: string, parent: string | undefined) => void;
}

/** Depth first, without recursion: an IVR may be a chain of thousands of blocks. */
function walk(graph: IvrGraph, start: string, visit: Visit): void {
  const { counts = () => true } = visit;
  const exits = (id: string) =>
    (graph.nodes.get(id)?.exits ?? []).filter((exit) => graph.nodes.has(exit.to) && counts(exit));
  if (!visit.isNew(start)) return;
  visit.enter(start);
  const path = [{ id: start, open: exits(start)[Symbol.iterator]() }];
  for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
    const { value: exit, done } = at.open.next();
    if (done) {
      path.pop();
      visit.leave(at.id, path.at(-1)?.id);
    } else if (visit.isNew(exit.to)) {
      visit.enter(exit.to);
      path.push({ id: exit.to, open: exits(exit.to)[Symbol.iterator]() });
    } else visit.seen(at.id, exit.to);
  }
}
