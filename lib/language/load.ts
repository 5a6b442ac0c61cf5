// Files in, definitions out: everything an author wrote, typed, or every mistake with its place,
// all at once. Knows nothing of a file system, so that an editor, a test and a Lambda can load as
// well as the command.

import type { z } from 'zod';
import type { Definitions } from './definitions.ts';
import type { Diagnostic } from './diagnostic.ts';
import { diagnostic } from './diagnostic-codes.ts';
import { withoutPrototypes } from './dictionary.ts';
import { explainIssue, withoutEchoes } from './explain-issue.ts';
import {
  FILE_SCHEMAS,
  type FileKind,
  type FileRole,
  type NamedKind,
  placeOf,
  roleOf,
} from './folder-layout.ts';
import { type Gaps, gapsOf } from './gaps.ts';
import { allKeys } from './known-keys.ts';
import { misplaced } from './misplaced.ts';
import { type Places, placesOf } from './places.ts';
import { type Path, readYaml, type YamlFile } from './read-yaml.ts';
import { readablePart, UNREAD_CENTRE } from './readable-part.ts';
import { remediesFor } from './remedies/remedies.ts';
import { directoryAsCampaign } from './schema/directory.ts';
import type { IvrTest } from './schema/ivr-test.ts';
import type { Scenario } from './schema/scenario.ts';

export interface SourceFile {
  /** Within the folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface Loaded {
  /** Missing when a file has an error. */
  readonly definitions?: Definitions;
  /** What could be read, whatever else is broken: `definitions` except for the gaps. */
  readonly readable: Definitions;
  readonly gaps: Gaps;
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
  /** Places within the definitions that could not be read. */
  readonly gaps: readonly Path[];
  readonly diagnostics: readonly Diagnostic[];
}

export function loadDefinitions(files: readonly SourceFile[]): Loaded {
  const yaml = new Map<string, YamlFile>();
  const paths = new Set(files.map(({ path }) => path));
  const parsed = files
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map((file) => parseFile(file, paths, yaml));
  const all = [...parsed, ...missingFiles(paths)];
  const diagnostics = all.flatMap((file) => file.diagnostics);
  const readable = withoutPrototypes(definitionsIn(all));
  const loaded = {
    readable,
    gaps: gapsOf(all.flatMap((file) => file.gaps)),
    scenarios: collect<readonly Scenario[]>(all, 'scenarios'),
    ivrTests: collect<readonly IvrTest[]>(all, 'ivr-tests'),
    diagnostics,
    places: placesOf(yaml),
  };
  if (diagnostics.some(({ severity }) => severity === 'error')) return loaded;
  return { ...loaded, definitions: readable };
}

/** One file by itself, wherever it is: its content, or its mistakes. */
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

function parseFile(
  { path, text }: SourceFile,
  paths: ReadonlySet<string>,
  yaml: Map<string, YamlFile>,
): Parsed {
  const role = roleOf(path);
  if (role.kind === 'ignored') return { role, gaps: [], diagnostics: [] };
  if (role.kind === 'unknown' || role.kind === 'wrong-name') {
    return { role, ...misplaced(path, role.kind, paths) };
  }
  const read = readYaml(path, text);
  yaml.set(path, read);
  const parsed = read.isReadable ? parseShape(role.kind, read) : { gaps: [[]], diagnostics: [] };
  const place = placeOf(role);
  return {
    ...parsed,
    role,
    gaps: place ? parsed.gaps.map((gap) => [...place, ...gap]) : [],
    diagnostics: [...read.diagnostics, ...parsed.diagnostics],
  };
}

/**
 * An empty file means an empty map. An unknown key may be a misspelling of the one it resembles, or
 * else of any that is missing.
 */
function parseShape(kind: FileKind, read: YamlFile): Omit<Parsed, 'role'> {
  const schema = FILE_SCHEMAS[kind];
  const value = read.value ?? (kind === 'scenarios' || kind === 'ivr-tests' ? [] : {});
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success && read.doubled.length === 0) {
    return { value: result.data, gaps: [], diagnostics: [] };
  }
  const remedies = remediesFor(schema, value, read);
  const issues = result.error?.issues.flatMap((issue) => explainIssue(issue, remedies)) ?? [];
  const found = withoutEchoes(issues);
  const readable = readablePart(kind, value, read.doubled);
  const meant = found
    .filter(({ code }) => code === 'unknown-key')
    .flatMap(({ path, key }) => {
      const within = path.slice(0, -1);
      const keys =
        key === undefined
          ? allKeys(remedies.keys(within)).filter((one) => !read.has([...within, one]))
          : [key];
      return keys.map((one) => [...within, one]);
    });
  return {
    ...readable,
    gaps: [...readable.gaps, ...meant],
    diagnostics: found.map(({ code, path, part, message, remedy }) => {
      const at = part === 'key' ? read.keyAt(path) : read.valueAt(path);
      return diagnostic(code, at, message, remedy);
    }),
  };
}

function missingFiles(paths: ReadonlySet<string>): readonly Parsed[] {
  if (paths.has('centre.yaml')) return [];
  const at = { file: 'centre.yaml', line: 1, column: 1 };
  const remedy = 'Create centre.yaml with name, timeZone, country and languages.';
  const missing = diagnostic('missing-file', at, 'there is no centre.yaml', remedy);
  return [{ role: { kind: 'centre' }, gaps: [['centre']], diagnostics: [missing] }];
}

function definitionsIn(parsed: readonly Parsed[]): Definitions {
  const single = <K extends 'centre' | 'hours' | 'groups' | 'queues'>(
    kind: K,
    otherwise: Definitions[K],
  ) => (parsed.find(({ role }) => role.kind === kind)?.value ?? otherwise) as Definitions[K];
  const directory = parsed.find(({ role }) => role.kind === 'directory')?.value as
    | z.output<(typeof FILE_SCHEMAS)['directory']>
    | undefined;
  return {
    ...(directory === undefined ? {} : { directory: directoryAsCampaign(directory) }),
    centre: single('centre', UNREAD_CENTRE),
    hours: single('hours', {}),
    groups: single('groups', {}),
    queues: single('queues', {}),
    campaigns: collect(parsed, 'campaign'),
    rules: collect(parsed, 'rule'),
    ivrs: collect(parsed, 'ivr'),
    scripts: collect(parsed, 'script'),
  };
}

function collect<T>(parsed: readonly Parsed[], kind: NamedKind): Readonly<Record<string, T>> {
  const entries = parsed.flatMap(({ role, value }) =>
    role.kind === kind && value !== undefined ? [[role.id, value as T] as const] : [],
  );
  return Object.fromEntries(entries);
}
