// The blocks a call passes, as they are passed, with the exits their author gave them.
import type { CompiledIvr } from '../../compiler/ivr/compiled-ivr.ts';
import type { IvrGraph } from '../../compiler/ivr/ivr-graph.ts';
import type { Visited } from '../../simulation/connect/flow-run.ts';
import { callPath } from '../../simulation/ivr/call-path.ts';

export interface Trace {
  /** What an action of the flows shows of the blocks before it. */
  readonly passed: (visited: Visited) => readonly string[];
  /** The block in which the call ended. */
  readonly last: () => readonly string[];
}

/** @param numbers own numbers by id, as the flows compare them */
export function callTrace(
  compiled: Pick<CompiledIvr, 'blockOf'>,
  graph: IvrGraph,
  numbers: Readonly<Record<string, string>>,
): Trace {
  const visits: Visited[] = [];
  let shown = 0;
  const path = () => callPath(visits, compiled, graph, numbers);
  return {
    passed: (visited) => {
      visits.push(visited);
      const { exits } = path();
      const news = exits.slice(shown);
      shown = exits.length;
      return news.map(({ block, on }) => `[${block}: ${on}]`);
    },
    last: () => {
      const block = path().blocks.at(-1);
      return block === undefined ? [] : [`[${block}]`];
    },
  };
}
