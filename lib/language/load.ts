// Files in, definitions out: everything an author wrote, typed, or every mistake with its place, all at once.
// Knows nothing of a file system, so that an editor, a test and a Lambda can load as well as the command.
import type { z } from 'zod';
import type { Definitions, ReadableParts } from './definitions.ts';
import type { Diagnostic } from './diagnostic.ts';
import { diagnostic } from './diagnostic-codes.ts';
import { explainIssue, withoutEchoes } from './explain-issue.ts';
import {
  FILE_SCHEMAS,
  type FileKind,
  type FileRole,
  type NamedKind,
  roleOf,
} from './folder-layout.ts';
import { knownKeys } from './known-keys.ts';
import { nearest } from './nearest.ts';
import { type Places, placesOf } from './places.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';
import type { IvrTest } from './schema/ivr-test.ts';
import type { Scenario } from './schema/scenario.ts';

export interface SourceFile {
  /** Within the folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface Loaded {
  /** Missing when a file could not be understood. */
  readonly definitions?: Definitions;
  /** What could be understood, whatever else is broken. */
  readonly parts: ReadableParts;
  /** Tests of rules, by rule id (NEW-3). */
  readonly scenarios: Readonly<Record<string, readonly Scenario[]>>;
  /** Tests of IVRs, by IVR id (NEW-3). */
  readonly ivrTests: Readonly<Record<string, readonly IvrTest[]>>;
  readonly diagnostics: readonly Diagnostic[];
  readonly places: Places;
}

interface Parsed {
  readonly role: FileRole;
  readonly value?: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

export function loadDefinitions(files: readonly SourceFile[]): Loaded {
  const yaml = new Map<string, YamlFile>();
  const parsed = files
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map((file) => parseFile(file, yaml));
  const diagnostics = [...missingFiles(parsed), ...parsed.flatMap((file) => file.diagnostics)];
  const places = placesOf(yaml);
  const parts = readableParts(parsed);
  const scenarios = collect<readonly Scenario[]>(parsed, 'scenarios');
  const ivrTests = collect<readonly IvrTest[]>(parsed, 'ivr-tests');
  const loaded = { parts, scenarios, ivrTests, diagnostics, places };
  if (diagnostics.some(({ severity }) => severity === 'error')) return loaded;
  return { ...loaded, definitions: { ...parts, centre: centreOf(parsed) } };
}

/** One file by itself, wherever it lies: what it says, or its mistakes. */
export function loadFile<K extends FileKind>(
  kind: K,
  file: SourceFile,
): {
  readonly value?: z.output<(typeof FILE_SCHEMAS)[K]>;
  readonly diagnostics: readonly Diagnostic[];
  readonly keyAt: YamlFile['keyAt'];
} {
  const read = readYaml(file.path, file.text);
  const { keyAt } = read;
  if (read.diagnostics.length > 0) return { diagnostics: read.diagnostics, keyAt };
  const { value, diagnostics } = parseShape(kind, read);
  if (diagnostics.length > 0) return { diagnostics, keyAt };
  return { value: value as z.output<(typeof FILE_SCHEMAS)[K]>, diagnostics, keyAt };
}

function parseFile(file: SourceFile, yaml: Map<string, YamlFile>): Parsed {
  const role = roleOf(file.path);
  if (role.kind === 'ignored') return { role, diagnostics: [] };
  if (role.kind === 'unknown' || role.kind === 'wrong-name') {
    return { role, diagnostics: [misplaced(file.path, role.kind)] };
  }
  const read = readYaml(file.path, file.text);
  yaml.set(file.path, read);
  if (read.diagnostics.length > 0) return { role, diagnostics: read.diagnostics };
  return { role, ...parseShape(role.kind, read) };
}

/** An empty file of a map says what an empty map says. */
function parseShape(kind: FileKind, read: YamlFile): Omit<Parsed, 'role'> {
  const schema = FILE_SCHEMAS[kind];
  const empty = kind === 'scenarios' || kind === 'ivr-tests' ? [] : {};
  const result = schema.safeParse(read.value ?? empty, { reportInput: true });
  if (result.success) return { value: result.data, diagnostics: [] };
  const known = knownKeys(schema, read.value);
  const issues = result.error.issues.flatMap((issue) => explainIssue(issue, known));
  const found = withoutEchoes(issues);
  return {
    diagnostics: found.map(({ code, path, part, message, remedy }) => {
      const at = part === 'key' ? read.keyAt(path) : read.valueAt(path);
      return diagnostic(code, at, message, remedy);
    }),
  };
}

function misplaced(path: string, kind: 'unknown' | 'wrong-name'): Diagnostic {
  const at = { file: path, line: 1, column: 1 };
  if (kind === 'wrong-name') return diagnostic('wrong-file-name', at, 'the file name is no id');
  const near = nearest(path, ['centre.yaml', 'hours.yaml', 'groups.yaml', 'queues.yaml']);
  const remedy = near && `Did you mean '${near}'?`;
  return diagnostic('unknown-file', at, 'no file of a contact centre', remedy);
}

function missingFiles(parsed: readonly Parsed[]): readonly Diagnostic[] {
  if (parsed.some(({ role }) => role.kind === 'centre')) return [];
  const at = { file: 'centre.yaml', line: 1, column: 1 };
  const remedy = 'Create centre.yaml with name, timeZone, country and languages.';
  return [diagnostic('missing-file', at, 'there is no centre.yaml', remedy)];
}

function readableParts(parsed: readonly Parsed[]): ReadableParts {
  const single = <K extends 'hours' | 'groups' | 'queues'>(kind: K) =>
    (parsed.find(({ role }) => role.kind === kind)?.value ?? {}) as ReadableParts[K];
  return {
    hours: single('hours'),
    groups: single('groups'),
    queues: single('queues'),
    campaigns: collect(parsed, 'campaign'),
    rules: collect(parsed, 'rule'),
    ivrs: collect(parsed, 'ivr'),
  };
}

/** There is one whenever nothing is wrong. */
function centreOf(parsed: readonly Parsed[]): Definitions['centre'] {
  return parsed.find(({ role }) => role.kind === 'centre')?.value as Definitions['centre'];
}

function collect<T>(parsed: readonly Parsed[], kind: NamedKind): Readonly<Record<string, T>> {
  const entries = parsed.flatMap(({ role, value }) =>
    role.kind === kind && value !== undefined ? [[role.id, value as T] as const] : [],
  );
  return Object.fromEntries(entries);
}
