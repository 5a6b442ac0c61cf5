// YAML with a memory of where everything stood: a value, and a way from any path in it back to line and column.
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { Diagnostic, Position } from './diagnostic.ts';
import { diagnostic } from './diagnostic-codes.ts';

export type Path = readonly PropertyKey[];

export interface YamlFile {
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /** Where the key (or list item) of a path stands; the nearest ancestor when the path does not exist. */
  readonly keyAt: (path: Path) => Position;
  /** Where the value of a path stands. */
  readonly valueAt: (path: Path) => Position;
}

export function readYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problems = [...doc.errors, ...doc.warnings];
  const diagnostics = firstPerLine([
    ...problems.map((problem) => problemDiagnostic(problem, position, text)),
    ...strayAliases(doc, position),
  ]);
  return {
    value: diagnostics.length > 0 ? undefined : doc.toJS(),
    diagnostics,
    keyAt: (path) => position(offsetOf(doc, path, 'key')),
    valueAt: (path) => position(offsetOf(doc, path, 'value')),
  };
}

/** One slip often confuses the parser more than once on its line. */
function firstPerLine(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const lines = new Set<number>();
  return diagnostics.filter(({ at }) => {
    if (lines.has(at.line)) return false;
    lines.add(at.line);
    return true;
  });
}

/** An alias needs an anchor before it, and cannot stand within the part it names. */
function strayAliases(
  doc: Document.Parsed,
  position: (offset: number) => Position,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(doc, {
    Alias(_key, alias, ancestors) {
      const target = alias.resolve(doc);
      if (target !== undefined && !ancestors.includes(target)) return;
      const message = `'*${alias.source}' names no part that was marked '&${alias.source}' before`;
      const remedy = `Mark a part above with '&${alias.source}', or put the value in quotes.`;
      found.push(diagnostic('yaml-syntax', position(startOf(alias) ?? 0), message, remedy));
    },
  });
  return found;
}

function problemDiagnostic(
  problem: YAMLError,
  position: (offset: number) => Position,
  text: string,
): Diagnostic {
  const at = position(problem.pos[0]);
  if (problem.code === 'DUPLICATE_KEY') {
    const key = /^[^\s:]+/.exec(text.slice(problem.pos[0]))?.[0] ?? 'a key';
    return diagnostic('duplicate-key', at, `'${key}' stands here a second time`);
  }
  const line = text.split('\n')[at.line - 1] ?? '';
  if (problem.code === 'TAB_AS_INDENT' || /^ *\t/.test(line)) {
    return diagnostic('yaml-syntax', at, 'a tab in the indentation', 'Indent with spaces.');
  }
  const compared = /:\s*([<>]=?\s*\d+)/.exec(line)?.[1];
  const remedy = compared && `Put it in quotes: "${compared}".`;
  const first = problem.message.split('\n')[0] ?? problem.message;
  return diagnostic('yaml-syntax', at, `not valid YAML: ${first}`, remedy);
}

function offsetOf(doc: Document.Parsed, path: Path, part: 'key' | 'value'): number {
  let node: unknown = doc.contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    const [key, value] = child(doc, node, step);
    if (key === undefined && value === undefined) return offset;
    const isLast = depth === path.length - 1;
    const wanted = isLast && part === 'value' ? (startOf(value) ?? startOf(key)) : startOf(key);
    offset = wanted ?? startOf(value) ?? offset;
    node = value;
  }
  return offset;
}

function child(doc: Document.Parsed, node: unknown, step: PropertyKey): [unknown, unknown] {
  const resolved = isAlias(node) ? node.resolve(doc) : node;
  if (isMap(resolved)) {
    const pair = resolved.items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
    );
    return [pair?.key, pair?.value];
  }
  if (isCollection(resolved) && typeof step === 'number') {
    const item = resolved.items[step];
    return [item, item];
  }
  return [undefined, undefined];
}

function startOf(node: unknown): number | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range?.[0];
}
