// The callback rules of the definitions as state machines, compiled once.
import { compileRules } from '../../compiler/compile-rule.ts';
import type { Definitions } from '../../language/definitions.ts';

const compiled = new WeakMap<Definitions, ReturnType<typeof compileAll>>();

export function machinesOf(definitions: Definitions): ReturnType<typeof compileAll> {
  const known = compiled.get(definitions) ?? compileAll(definitions);
  compiled.set(definitions, known);
  return known;
}

function compileAll(definitions: Definitions) {
  return new Map(compileRules(definitions).map(({ id, definition }) => [id, definition] as const));
}
