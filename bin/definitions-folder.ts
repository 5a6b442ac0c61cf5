// A folder of definitions, read: the one place that knows that definitions lie in files.
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { ATTACHMENTS, isMaterial, RECORDINGS } from '../lib/language/folder-layout.ts';
import type { SourceFile } from '../lib/language/load.ts';
import { type Recording, readRecording } from '../lib/language/recording.ts';

export type DefinitionsFolder =
  | {
      readonly kind: 'read';
      readonly files: readonly SourceFile[];
      /** Files of attachments/, by the name messages use. */
      readonly attachments: readonly string[];
      /** Files of recordings/ by name. */
      readonly recordings: Readonly<Record<string, Recording>>;
    }
  | { readonly kind: 'unreadable'; readonly reason: string };

const SKIPPED = /(^|\/)(\.|node_modules\/)/;

export async function readDefinitionsFolder(folder: string): Promise<DefinitionsFolder> {
  const paths = await pathsIn(folder);
  if (typeof paths === 'string') return { kind: 'unreadable', reason: paths };
  if (!paths.includes('centre.yaml')) {
    const reason = `'${folder}' holds no centre.yaml, so it is not the folder of a contact centre`;
    return { kind: 'unreadable', reason };
  }
  const yaml = paths.filter((path) => /\.ya?ml$/.test(path) && !isMaterial(path));
  const files = yaml.map(async (path) => ({
    path,
    text: await readFile(join(folder, path), 'utf8'),
  }));
  const recordings = namesIn(RECORDINGS, paths).map(
    async (name) => [name, readRecording(await readFile(join(folder, RECORDINGS, name)))] as const,
  );
  return {
    kind: 'read',
    files: await Promise.all(files),
    attachments: namesIn(ATTACHMENTS, paths),
    recordings: Object.fromEntries(await Promise.all(recordings)),
  };
}

const namesIn = (place: string, paths: readonly string[]): readonly string[] =>
  paths.filter((path) => path.startsWith(place)).map((path) => path.slice(place.length));

/** Paths within the folder with forward slashes, sorted, or what is wrong with it. */
async function pathsIn(folder: string): Promise<readonly string[] | string> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .filter((path) => !SKIPPED.test(path))
      .toSorted();
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return `there is no folder '${folder}'`;
    if (code === 'ENOTDIR') return `'${folder}' is a file, not the folder of a contact centre`;
    throw cause;
  }
}
