// What can still be read of a broken file: the wrong parts are cut out, the rest counts. A required
// key whose value could not be read gets a stand-in; cuts and stand-ins are listed, so that nobody
// relies on them.
import { FILE_SCHEMAS, type FileKind } from './folder-layout.ts';
import { type PathTree, pathTree } from './path-tree.ts';
import type { Path } from './read-yaml.ts';

export interface ReadablePart {
  /** Missing when nothing of the file can be used. */
  readonly value?: unknown;
  /** What is missing from the value or unreliable. */
  readonly gaps: readonly Path[];
}

/** More rounds than the language has levels of nesting. */
const MOST_ROUNDS = 20;

const NOTHING: ReadablePart = { gaps: [[]] };

/** For required keys, and for the tests of a list: leaving one out would shift the others. */
const STAND_INS: Readonly<Partial<Record<FileKind, Readonly<Record<string, unknown>>>>> = {
  centre: { name: 'unread', timeZone: 'UTC', languages: ['en'], country: 'XX' },
  campaign: { name: 'unread', channels: {} },
  rule: { name: 'unread', start: 'unread', tiles: {} },
  ivr: { name: 'unread', blocks: {} },
  script: { name: 'unread', start: 'unread', pages: {} },
};
const STAND_IN_TESTS: Readonly<Partial<Record<FileKind, unknown>>> = {
  scenarios: { name: 'unread', calls: ['busy'], expect: [''] },
  'ivr-tests': { name: 'unread', expect: {} },
};

/** Used when the whole file is missing or cannot be read. */
export const UNREAD_CENTRE = FILE_SCHEMAS.centre.parse(STAND_INS.centre);

/** @param cut places that are unreliable from the start */
export function readablePart(kind: FileKind, value: unknown, cut: readonly Path[]): ReadablePart {
  const gaps: Path[] = [];
  let rest = value;
  let places = cut.map((path) => placeToCut(kind, path, rest));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (places.some((place) => place.length === 0)) return NOTHING;
    gaps.push(...places);
    rest = without(rest, pathTree(places), kind);
    const result = FILE_SCHEMAS[kind].safeParse(rest);
    if (result.success) return { value: result.data, gaps };
    places = result.error.issues
      .flatMap((issue) =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((key) => [...issue.path, key])
          : [issue.path],
      )
      .map((path) => placeToCut(kind, path, rest));
  }
  return NOTHING;
}

/**
 * A whole test; a whole list, as the places of its other items would shift; the part around a
 * missing key, unless there is a stand-in for it.
 */
function placeToCut(kind: FileKind, path: Path, value: unknown): Path {
  if (kind in STAND_IN_TESTS) return path.slice(0, 1);
  const item = path.findIndex((step) => typeof step === 'number');
  const place = item < 0 ? path : path.slice(0, item);
  if (hasPlace(value, place) || standIn(kind, place) !== undefined) return place;
  return place.slice(0, -1);
}

const standIn = (kind: FileKind, place: Path): unknown =>
  place.length === 1 ? STAND_INS[kind]?.[String(place[0])] : undefined;

function hasPlace(value: unknown, [step, ...rest]: Path): boolean {
  if (step === undefined) return true;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false;
  return hasPlace((value as Readonly<Record<PropertyKey, unknown>>)[step], rest);
}

/** A copy, since anchors let parts of a file be one object. */
function without(value: unknown, cuts: PathTree, kind: FileKind): unknown {
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      cuts.within.has(String(index)) ? STAND_IN_TESTS[kind] : item,
    );
  }
  const kept = Object.entries(cutKeys(value, cuts));
  const added = [...cuts.within]
    .filter(([, { isEnd }]) => isEnd)
    .map(([key]) => [key, STAND_INS[kind]?.[key]] as const)
    .filter(([, stands]) => stands !== undefined);
  return Object.fromEntries([...kept, ...added]);
}

function cutKeys(value: unknown, { within }: PathTree): Readonly<Record<string, unknown>> {
  const entries = Object.entries(value as Readonly<Record<string, unknown>>);
  return Object.fromEntries(
    entries.flatMap(([key, part]) => {
      const cuts = within.get(key);
      if (cuts?.isEnd) return [];
      return [[key, cuts ? cutKeys(part, cuts) : part]];
    }),
  );
}
