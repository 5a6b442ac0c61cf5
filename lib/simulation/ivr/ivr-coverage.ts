// Which paths of an IVR its tests cover (NEW-3); every exit of every block is a path.
import { ivrGraph } from '../../compiler/ivr/ivr-graph.ts';
import type { Ivr } from '../../language/schema/ivr.ts';
import type { TakenExit } from './call-path.ts';

export interface IvrCoverage {
  readonly ivr: string;
  readonly taken: number;
  readonly paths: number;
  /** Paths that no test covers: block, exit, and where it leads. */
  readonly untaken: readonly {
    readonly block: string;
    readonly on: string;
    readonly to: string;
  }[];
}

export function ivrCoverage(id: string, ivr: Ivr, exits: readonly TakenExit[]): IvrCoverage {
  const taken = new Set(exits.map(({ block, on }) => `${block} ${on}`));
  const all = [...ivrGraph(ivr).nodes.values()].flatMap((node) =>
    node.exits.map(({ on, to }) => ({ block: node.id, on, to })),
  );
  const untaken = all.filter(({ block, on }) => !taken.has(`${block} ${on}`));
  return { ivr: id, taken: all.length - untaken.length, paths: all.length, untaken };
}
