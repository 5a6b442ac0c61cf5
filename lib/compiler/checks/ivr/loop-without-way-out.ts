import type { Ivr } from '../../../language/schema/ivr.ts';
import { blocksWithoutWayOut, danglingExits, ivrGraph } from '../../ivr/ivr-graph.ts';
import { loopsOf, loopsOfNobody } from '../../ivr/ivr-loops.ts';
import { blockPath, type Check } from '../check-facts.ts';

/** A call comes to an end or to a queue, and never loops by itself (IVR-26). */
export const loopWithoutWayOut: Check = function* ({ definitions, gaps, places }) {
  for (const [ivr, definition] of Object.entries(definitions.ivrs)) {
    const isWhole = (id: string) => gaps.isWhole(blockPath(ivr, id));
    for (const { blocks, problem } of problemsOf(definition)) {
      if (!blocks.every(isWhole)) continue;
      const names = blocks.map((id) => `'${id}'`).join(', ');
      const at = places.keyAt(blockPath(ivr, blocks[0] ?? ''));
      yield { at, message: `${problem}: ${names}` };
    }
  }
};

interface Problem {
  readonly blocks: readonly string[];
  readonly problem: string;
}

/** Where a path leads to no block, that is the problem, and not the loop. */
function problemsOf(ivr: Ivr): readonly Problem[] {
  const graph = ivrGraph(ivr);
  const endless = loopsOfNobody(graph);
  const found = endless.map((blocks) => ({ blocks, problem: 'the call would loop forever' }));
  if (danglingExits(graph).length > 0) return found;
  const stuck = new Set(blocksWithoutWayOut(graph));
  const reported = new Set(endless.flat());
  const others = loopsOf(graph).filter(
    (blocks) => blocks.every((id) => stuck.has(id)) && !blocks.some((id) => reported.has(id)),
  );
  const problem = 'no path leads to a queue or ends the call';
  return [...found, ...others.map((blocks) => ({ blocks, problem }))];
}
