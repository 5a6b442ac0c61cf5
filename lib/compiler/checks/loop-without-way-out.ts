import { diagnostic } from '../../language/diagnostic-codes.ts';
import type { Ivr } from '../../language/schema/ivr.ts';
import { blocksWithoutWayOut, danglingExits, type IvrGraph, ivrGraph } from '../ivr/ivr-graph.ts';
import { loopsOfNobody } from '../ivr/ivr-loops.ts';
import { blockPath, type Check } from './check-facts.ts';

/** A call comes to an end or to a queue, and never goes round by itself (IVR-26). */
export const loopWithoutWayOut: Check = function* ({ definitions, gaps, places }) {
  for (const [ivr, definition] of Object.entries(definitions.ivrs)) {
    const isWhole = (id: string) => gaps.isWhole(blockPath(ivr, id));
    for (const { blocks, why } of wrongIn(definition)) {
      if (!blocks.every(isWhole)) continue;
      const names = blocks.map((id) => `'${id}'`).join(', ');
      const at = places.keyAt(blockPath(ivr, blocks[0] ?? ''));
      yield diagnostic('loop-without-way-out', at, `${why}: ${names}`);
    }
  }
};

interface Wrong {
  readonly blocks: readonly string[];
  readonly why: string;
}

/** Where a path leads nowhere, that is what is wrong, and no loop. */
function wrongIn(ivr: Ivr): readonly Wrong[] {
  const graph = ivrGraph(ivr);
  const nobody = loopsOfNobody(graph).map((blocks) => ({
    blocks,
    why: 'the call goes round by itself',
  }));
  if (danglingExits(graph).length > 0) return nobody;
  const told = new Set(nobody.flatMap(({ blocks }) => blocks));
  const stuck = circlesOf(graph, blocksWithoutWayOut(graph)).filter(
    (blocks) => !blocks.some((id) => told.has(id)),
  );
  const why = 'no path leads to a queue or hangs up';
  return [...nobody, ...stuck.map((blocks) => ({ blocks, why }))];
}

/** The circles among blocks: those that lead back to themselves, each circle told once. */
function circlesOf(graph: IvrGraph, blocks: readonly string[]): readonly (readonly string[])[] {
  const circles: string[][] = [];
  const told = new Set<string>();
  for (const id of blocks) {
    if (told.has(id)) continue;
    const ahead = reachedFrom(graph, id);
    if (!ahead.has(id)) continue;
    const circle = blocks.filter((other) => ahead.has(other) && reachedFrom(graph, other).has(id));
    for (const member of circle) told.add(member);
    circles.push(circle);
  }
  return circles;
}

/** Blocks that follow, the block itself only when it comes again. */
function reachedFrom(graph: IvrGraph, start: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { to } of graph.nodes.get(id)?.exits ?? []) {
      if (reached.has(to)) continue;
      reached.add(to);
      open.push(to);
    }
  }
  return reached;
}
