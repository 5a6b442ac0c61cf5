import { readTemplate } from '../../../domain/messaging/message-text.ts';
import type { Position } from '../../../language/diagnostic.ts';
import { didYouMean } from '../../../language/nearest.ts';
import type { Rule, TileOf } from '../../../language/schema/rule.ts';
import { reachedFrom } from '../../graph.ts';
import { exitsAtOnce, type RuleGraph, ruleGraph } from '../../rule-graph.ts';
import { type Check, type Finding, tilePath, tilesOfKind } from '../check-facts.ts';
import { messageTemplates } from '../templates.ts';

/**
 * A parameter that is read is added by a tile of the rule that can come before (CBR-15). A
 * condition sees what earlier runs have added: of the number ever since, of the call in the run
 * before. A text sees what its own run has added as well, and nothing of earlier calls.
 */
export const unknownParameter: Check = function* (facts) {
  const added = new Map(
    Object.entries(facts.definitions.rules)
      .filter(([id]) => facts.gaps.isWhole(['rules', id, 'tiles']))
      .map(([id, rule]) => [id, parametersAdded(rule)]),
  );
  yield* inConditions(facts, added);
  yield* inTexts(facts, added);
};

interface Added extends Pick<TileOf<'add-parameter'>, 'name' | 'to'> {
  /** Tiles that can follow it in the same run, in the run after the next call, in any later one. */
  readonly sameRun: ReadonlySet<string>;
  readonly nextRun: ReadonlySet<string>;
  readonly laterRuns: ReadonlySet<string>;
}

type Facts = Parameters<Check>[0];
type AddedByRule = ReadonlyMap<string, readonly Added[]>;

function* inConditions({ definitions, places }: Facts, added: AddedByRule): Generator<Finding> {
  for (const [rule, id, { name, of }] of tilesOfKind(definitions, 'parameter')) {
    const tiles = added.get(rule);
    const sees = (one: Added) => (of === 'number' ? one.laterRuns : one.nextRun).has(id);
    if (!tiles || tiles.some((one) => one.name === name && one.to === of && sees(one))) continue;
    const what = `tile '${id}' reads parameter '${name}' of the ${of}`;
    const at = places.valueAt([...tilePath(rule, id), 'name']);
    yield missing({ name, what, tiles, of, at });
  }
}

function* inTexts(facts: Facts, added: AddedByRule): Generator<Finding> {
  for (const { rule, tile, text, at } of messageTemplates(facts)) {
    const read = readTemplate(text);
    const tiles = added.get(rule);
    if (!tiles || read.kind === 'broken') continue;
    const sees = ({ sameRun, laterRuns, to }: Added) =>
      sameRun.has(tile) || (to === 'number' && laterRuns.has(tile));
    for (const name of read.parameters) {
      if (tiles.some((one) => one.name === name && sees(one))) continue;
      yield missing({ name, what: `tile '${tile}' uses {{ parameters.${name} }}`, tiles, at });
    }
  }
}

function parametersAdded(rule: Rule): readonly Added[] {
  const graph = ruleGraph(rule);
  const atOnce = (id: string) => targets(graph, id);
  const ever = (id: string) => [...targets(graph, id), ...afterCall(graph, id)];
  return [...graph.nodes.values()].flatMap(({ id, tile }) => {
    if (tile.kind !== 'add-parameter') return [];
    const sameRun = reachedFrom(atOnce(id), atOnce);
    const entries = [id, ...sameRun].flatMap((one) => afterCall(graph, one));
    const nextRun = reachedFrom(entries, atOnce);
    return [{ ...tile, sameRun, nextRun, laterRuns: reachedFrom(entries, ever) }];
  });
}

function targets(graph: RuleGraph, id: string): string[] {
  const node = graph.nodes.get(id);
  return node === undefined ? [] : exitsAtOnce(node).map(({ to }) => to);
}

/**
 * Where the rule may go on with the next call if the run ends at this tile. Whatever the end, it
 * may be the trigger: a classifier recalled the record, or a person put it back into the list.
 */
function afterCall(graph: RuleGraph, id: string): string[] {
  const node = graph.nodes.get(id);
  if (node === undefined || exitsAtOnce(node).length > 0) return [];
  if (node.tile.kind === 'delete-contact') return [];
  return [graph.start, ...node.exits.map(({ to }) => to)];
}

interface Missing {
  readonly name: string;
  readonly what: string;
  readonly tiles: readonly Added[];
  readonly of?: Added['to'];
  readonly at: Position;
}

function missing({ name, what, tiles, of, at }: Missing): Finding {
  const same = tiles.filter((one) => one.name === name);
  const [other] = same;
  if (other === undefined) {
    const known = tiles.map((one) => one.name);
    return { at, message: `${what}, which no tile adds`, remedy: didYouMean(name, known) };
  }
  if (of !== undefined && same.every(({ to }) => to !== of)) {
    const message = `${what}, but it is added to the ${other.to}`;
    return { at, message, remedy: `Write 'of: ${other.to}', or add it to the ${of}.` };
  }
  return { at, message: `${what}, but no tile that adds it can come before` };
}
