import { diagnostic } from '../../language/diagnostic-codes.ts';
import type { Ivr } from '../../language/schema/ivr.ts';
import { blocksWithoutWayOut, danglingExits, type IvrGraph, ivrGraph } from '../ivr/ivr-graph.ts';
import { loopsOfNobody } from '../ivr/ivr-loops.ts';
import { blockPath, type FileCheck } from './check-facts.ts';

/** A call comes to an end or to a queue, and never goes round by itself (IVR-26). */
export const loopWithoutWayOut: FileCheck = function* ({ definitions, places }) {
  for (const [ivr, definition] of Object.entries(definitions.ivrs)) {
    for (const { blocks, why } of wrongIn(definition)) {
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
  const stuck = groupsOf(graph, blocksWithoutWayOut(graph)).filter(
    (blocks) => !blocks.some((id) => told.has(id)),
  );
  const why = 'no path leads to a queue or hangs up';
  return [...nobody, ...stuck.map((blocks) => ({ blocks, why }))];
}

/** Blocks that lead to each other, however, told once. */
function groupsOf(graph: IvrGraph, blocks: readonly string[]): readonly (readonly string[])[] {
  const groups: Set<string>[] = [];
  for (const id of blocks) {
    const beside = new Set([id, ...(graph.nodes.get(id)?.exits ?? []).map(({ to }) => to)]);
    const joined = groups.filter((group) => [...beside].some((member) => group.has(member)));
    const all = new Set([...joined.flatMap((group) => [...group]), ...beside]);
    groups.splice(0, groups.length, ...groups.filter((group) => !joined.includes(group)), all);
  }
  return groups.map((group) => blocks.filter((id) => group.has(id)));
}
