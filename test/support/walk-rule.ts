// A callback rule walked by hand, with no machine in between: the second opinion on what a compiled
// rule does.
import type { Rule, Tile } from '../../lib/language/schema/rule.ts';

type Value = string | number | boolean;

/** The tiles passed, given what each condition sees. */
export function walkRule(
  rule: Rule,
  entry: string,
  values: Readonly<Record<string, Value>>,
): readonly string[] {
  const path: string[] = [];
  let id: string | undefined = entry === 'trigger' ? rule.start : entry;
  while (id !== undefined) {
    const tile: Tile | undefined = rule.tiles[id];
    if (!tile) throw new Error(`no tile ${id}`);
    path.push(id);
    id = follow(tile, values[id]);
  }
  return path;
}

function follow(tile: Tile, value: Value | undefined): string | undefined {
  switch (tile.kind) {
    case 'call-status':
    case 'result':
    case 'parameter': {
      const paths: Readonly<Record<string, string | undefined>> = tile.paths;
      return paths[String(value)] ?? tile.otherwise;
    }
    case 'passes':
    case 'calls-with-status':
    case 'attempts':
      return holds(Number(value), tile.compare) ? tile.met : tile.unmet;
    case 'connected':
      return value === true ? tile.met : tile.unmet;
    case 'availability':
      return value === 'open' ? tile.open : tile.closed;
    case 'privacy':
      return value === 'private' ? tile.private : tile.other;
    case 'hlr-check':
      return value === 'valid' ? tile.valid : value === 'invalid' ? tile.invalid : tile.unknown;
    case 'recontact':
    case 'delete-contact':
    case 'end':
      return undefined;
    default:
      return tile.next;
  }
}

function holds(value: number, compare: { operator: string; value: number }): boolean {
  const outcome = Math.sign(value - compare.value);
  switch (compare.operator) {
    case '=':
      return outcome === 0;
    case '!=':
      return outcome !== 0;
    case '<':
      return outcome < 0;
    case '<=':
      return outcome <= 0;
    case '>':
      return outcome > 0;
    default:
      return outcome >= 0;
  }
}
