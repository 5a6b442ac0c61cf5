// Which paths of a callback rule its scenarios cover (NEW-3); every exit of every tile is a path.
import { type RuleGraph, type RuleNode, ruleGraph } from '../../compiler/rule-graph.ts';
import type { TileExit } from '../../compiler/states/tile.ts';
import { waitsForCall } from '../../compiler/states/tiles.ts';
import type { Rule } from '../../language/schema/rule.ts';
import type { ScenarioCallResult } from './compare.ts';

export interface RuleCoverage {
  readonly rule: string;
  readonly taken: number;
  readonly paths: number;
  /** Paths that no scenario covers: tile, exit, and where it leads. */
  readonly untaken: readonly {
    readonly tile: string;
    readonly on: string;
    readonly to: string;
  }[];
}

type Call = Pick<ScenarioCallResult, 'path' | 'values'>;

/** @param scenarios the calls of each scenario, in order */
export function ruleCoverage(
  id: string,
  rule: Rule,
  scenarios: readonly (readonly Call[])[],
): RuleCoverage {
  const graph = ruleGraph(rule);
  const taken = new Set(scenarios.flatMap((calls) => exitsTaken(graph, calls)));
  const all = [...graph.nodes.values()].flatMap(({ id: tile, exits }) =>
    exits.map(({ on, to }) => ({ tile, on, to })),
  );
  const untaken = all.filter(({ tile, on }) => !taken.has(`${tile} ${on}`));
  return { rule: id, taken: all.length - untaken.length, paths: all.length, untaken };
}

function exitsTaken(graph: RuleGraph, calls: readonly Call[]): readonly string[] {
  return calls.flatMap(({ path, values }, index) =>
    path.flatMap((tile, step) => {
      const node = graph.nodes.get(tile);
      const next = path[step + 1] ?? afterCall(node, calls[index + 1]);
      const exit = node && next !== undefined ? exitTo(node, next, values[tile]) : undefined;
      return exit === undefined ? [] : [`${tile} ${exit.on}`];
    }),
  );
}

/** Where the rule goes on with the next call. */
const afterCall = (node: RuleNode | undefined, next: Call | undefined): string | undefined =>
  node && waitsForCall(node.tile) ? next?.path[0] : undefined;

/** Of several exits to one tile that of the value the condition saw. */
function exitTo({ exits }: RuleNode, next: string, value: unknown): TileExit | undefined {
  const able = exits.filter(({ to }) => to === next);
  return (
    able.find(({ on }) => on === String(value)) ??
    able.find(({ on }) => on === 'otherwise') ??
    able[0]
  );
}
