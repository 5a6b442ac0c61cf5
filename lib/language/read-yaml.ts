// YAML that remembers positions: a value, and for any path in it the line and column it came from.
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { Diagnostic, Position } from './diagnostic.ts';
import { diagnostic } from './diagnostic-codes.ts';
import { lineRemedy } from './remedies/corrected-line.ts';

export type Path = readonly PropertyKey[];

export interface YamlFile {
  /** Missing when the file is not valid YAML; of a key that appears twice, the last value. */
  readonly value?: unknown;
  /** Whether anything could be read at all. */
  readonly isReadable: boolean;
  /** Places of keys that appear twice: as either may be meant, nothing is known of them. */
  readonly doubled: readonly Path[];
  readonly diagnostics: readonly Diagnostic[];
  readonly has: (path: Path) => boolean;
  /** A number, a truth value or a text as it stands in the file, without quotes. */
  readonly sourceAt: (path: Path) => string | undefined;
  /**
   * Position of the key (or list item) of a path; of the nearest ancestor if there is no such path.
   */
  readonly keyAt: (path: Path) => Position;
  /** Position of the value of a path. */
  readonly valueAt: (path: Path) => Position;
}

/** In characters. No centre comes near; anything longer would only keep its author waiting. */
const LONGEST_TEXT = 1_000_000;

/** Finding what was meant takes a while, and later mistakes often follow from the first. */
const MOST_CORRECTED = 3;

export function readYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const start = { file, line: 1, column: 1 };
  if (text.includes('\0'))
    return unreadable(start, diagnostic('encoding', start, 'the file is not UTF-8 text'));
  if (text.length > LONGEST_TEXT) return unreadable(start, tooLong(start, text.length));
  const doc = parsedDocument(text, lines);
  if (!doc) return unreadable(start, tooDeep(start));
  const problems = [...doc.errors, ...doc.warnings];
  // the parser's own words for nesting it cannot follow
  if (problems.some(({ message }) => message.startsWith('Maximum call stack')))
    return unreadable(start, tooDeep(start));
  const syntax = [
    ...problems.map((one, n) => problemDiagnostic(one, position, text, n < MOST_CORRECTED)),
    ...strayAliases(doc, position),
  ];
  const doubled = doubledKeys(doc.contents);
  const twice = doubled.map(({ name, offset, first }) => {
    const remedy = `Keep one of the two; the other is on line ${position(first).line}.`;
    return diagnostic('duplicate-key', position(offset), `'${name}' is already set here`, remedy);
  });
  if (syntax.length === 0 && partsByAlias(doc) > MOST_PARTS_BY_ALIAS) {
    return unreadable(start, tooManyAliases(start));
  }
  return {
    value: syntax.length === 0 ? (doc.toJS({ maxAliasCount: -1 }) as unknown) : undefined,
    isReadable: syntax.length === 0,
    doubled: doubled.map(({ path }) => path),
    diagnostics: [...notUtf8(text, position), ...firstPerLine([...syntax, ...twice])],
    has: (path) => doc.hasIn(path),
    sourceAt: (path) => {
      const node = doc.getIn(path, true);
      return isScalar(node) ? node.source : undefined;
    },
    keyAt: (path) => position(offsetOf(doc, path, 'key')),
    valueAt: (path) => position(offsetOf(doc, path, 'value')),
  };
}

/** One mistake often confuses the parser more than once on its line. */
function firstPerLine(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const lines = new Set<number>();
  return diagnostics.filter(({ at }) => {
    if (lines.has(at.line)) return false;
    lines.add(at.line);
    return true;
  });
}

/**
 * undefined: nested too deeply for the parser. Duplicate keys are found by `doubledKeys`, which is
 * faster.
 */
function parsedDocument(text: string, lineCounter: LineCounter): Document.Parsed | undefined {
  try {
    return parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: 'error',
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const unreadable = (start: Position, why: Diagnostic): YamlFile => ({
  isReadable: false,
  doubled: [],
  diagnostics: [why],
  has: () => false,
  sourceAt: () => undefined,
  keyAt: () => start,
  valueAt: () => start,
});

const tooLong = (start: Position, length: number): Diagnostic =>
  diagnostic(
    'wrong-size',
    start,
    `the file has ${length} characters; the limit is ${LONGEST_TEXT}`,
    'Delete what does not belong here, or split a large campaign or rule into several.',
  );

const tooDeep = (start: Position): Diagnostic =>
  diagnostic(
    'yaml-syntax',
    start,
    'lists and blocks are nested too deeply to be read',
    'Close every bracket: [ with ] and { with }.',
  );

const tooManyAliases = (start: Position): Diagnostic =>
  diagnostic(
    'yaml-syntax',
    start,
    `aliases (*name) expand to more than ${MOST_PARTS_BY_ALIAS} parts`,
    'Write some of the parts out, or use fewer aliases within parts that contain aliases themselves.',
  );

/** What a decoder inserts where bytes are not UTF-8. */
const REPLACEMENT = '\uFFFD';

function notUtf8(text: string, position: (offset: number) => Position): readonly Diagnostic[] {
  const offset = text.indexOf(REPLACEMENT);
  if (offset < 0) return [];
  return [diagnostic('encoding', position(offset), 'a character that is not valid UTF-8')];
}

/** An alias needs an anchor before it, and cannot be within the part it refers to. */
function strayAliases(
  doc: Document.Parsed,
  position: (offset: number) => Position,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(doc, {
    Alias(_key, alias, ancestors) {
      const target = alias.resolve(doc);
      if (target !== undefined && !ancestors.includes(target)) return;
      const message = `'*${alias.source}' refers to a part that is not marked '&${alias.source}' before it`;
      const remedy = `Mark a part above it with '&${alias.source}', or put the value in quotes.`;
      found.push(diagnostic('yaml-syntax', position(startOf(alias) ?? 0), message, remedy));
    },
  });
  return found;
}

function problemDiagnostic(
  problem: YAMLError,
  position: (offset: number) => Position,
  text: string,
  isCorrected: boolean,
): Diagnostic {
  const at = position(problem.pos[0]);
  const line = text.split('\n')[at.line - 1] ?? '';
  if (problem.code === 'TAB_AS_INDENT' || /^ *\t/.test(line)) {
    return diagnostic('yaml-syntax', at, 'the line is indented with a tab', 'Indent with spaces.');
  }
  const bracket = /end with an? ([\]}])/.exec(problem.message)?.[1];
  if (bracket !== undefined) {
    const message = 'a list or block in brackets is not closed';
    return diagnostic('yaml-syntax', at, message, `Close it with '${bracket}'.`);
  }
  if (problem.code === 'MULTIPLE_DOCS') {
    const message = "the file has several documents, with '---' between them";
    return diagnostic('yaml-syntax', at, message, "Delete the '---' between them.");
  }
  const first = problem.message.split('\n')[0] ?? problem.message;
  const isOpen = problem.code === 'MISSING_CHAR';
  const remedy = isCorrected ? lineRemedy(text, at.line, isOpen) : undefined;
  return diagnostic('yaml-syntax', at, `not valid YAML: ${first}`, remedy);
}

interface DoubledKey {
  readonly path: Path;
  readonly name: string;
  readonly offset: number;
  /** Where the key was set before. */
  readonly first: number;
}

function doubledKeys(node: unknown, path: Path = []): readonly DoubledKey[] {
  if (isSeq(node)) return node.items.flatMap((item, index) => doubledKeys(item, [...path, index]));
  if (!isMap(node)) return [];
  const seen = new Map<string, number>();
  return node.items.flatMap(({ key, value }) => {
    if (!isScalar(key)) return doubledKeys(value, path);
    const name = String(key.value);
    const here = [...path, name];
    const first = seen.get(name);
    const offset = startOf(key) ?? 0;
    seen.set(name, first ?? offset);
    const within = doubledKeys(value, here);
    return first === undefined ? within : [{ path: here, name, offset, first }, ...within];
  });
}

/** Aliases of parts with aliases multiply: a page of them can exceed any machine's memory. */
const MOST_PARTS_BY_ALIAS = 100_000;

/** How many parts aliases expand to, nested ones counted each time. */
function partsByAlias(doc: Document.Parsed): number {
  const anchors = new Map<string, number>();
  let byAlias = 0;
  const count = (node: unknown): number => {
    if (isAlias(node)) {
      const parts = anchors.get(node.source) ?? 0;
      byAlias += parts;
      return parts;
    }
    const parts = isPair(node)
      ? count(node.key) + count(node.value)
      : 1 +
        (isCollection(node) ? node.items.reduce((sum: number, item) => sum + count(item), 0) : 0);
    if (isNode(node) && !isAlias(node) && node.anchor !== undefined)
      anchors.set(node.anchor, parts);
    return parts;
  };
  count(doc.contents);
  return byAlias;
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
