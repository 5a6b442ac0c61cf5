// A folder of definitions, read: the one place that knows that definitions lie in files.
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ATTACHMENTS, isMaterial, RECORDINGS } from '../language/folder-layout.ts';
import type { SourceFile } from '../language/load.ts';
import { type Recording, readRecording } from '../language/recording.ts';

export type DefinitionsFolder =
  | {
      readonly kind: 'read';
      readonly files: readonly SourceFile[];
      /** Files of attachments/, by the name messages use. */
      readonly attachments: readonly string[];
      /** Their bytes. */
      readonly attachmentSizes: Readonly<Record<string, number>>;
      /** Files of recordings/ by name. */
      readonly recordings: Readonly<Record<string, Recording>>;
    }
  | { readonly kind: 'unreadable'; readonly reason: string };

const SKIPPED = /(^|\/)(\.|node_modules$)/;

export async function readDefinitionsFolder(folder: string): Promise<DefinitionsFolder> {
  try {
    const paths = (await pathsIn(folder)).toSorted();
    if (paths.includes('centre.yaml')) return await readFiles(folder, paths);
    return unreadable(
      `'${folder}' contains no centre.yaml, so it is not the folder of a contact centre`,
    );
  } catch (cause) {
    const { code, path = folder } = cause as NodeJS.ErrnoException;
    const why = code === undefined ? undefined : REASONS[code];
    if (why === undefined) throw cause;
    return unreadable(why(path, folder));
  }
}

const unreadable = (reason: string): DefinitionsFolder => ({ kind: 'unreadable', reason });

/** What the operating system says, by its code. */
const REASONS: Readonly<Record<string, (path: string, folder: string) => string>> = {
  ENOENT: (path, folder) =>
    path === folder
      ? `there is no folder '${folder}'`
      : `'${path}' is a symbolic link to a file that does not exist`,
  ENOTDIR: (_path, folder) => `'${folder}' is a file, not the folder of a contact centre`,
  ELOOP: (path) => `'${path}' is a symbolic link that leads back to itself`,
  EACCES: (path) => `you have no permission to read '${path}'; change its permissions`,
  EPERM: (path) => `you have no permission to read '${path}'; change its permissions`,
};

async function readFiles(folder: string, paths: readonly string[]): Promise<DefinitionsFolder> {
  const yaml = paths.filter((path) => /\.ya?ml$/.test(path) && !isMaterial(path));
  const files = yaml.map(async (path) => ({
    path,
    text: await readFile(join(folder, path), 'utf8'),
  }));
  const recordings = namesIn(RECORDINGS, paths).map(
    async (name) => [name, readRecording(await readFile(join(folder, RECORDINGS, name)))] as const,
  );
  const sizes = namesIn(ATTACHMENTS, paths).map(
    async (name) => [name, (await stat(join(folder, ATTACHMENTS, name))).size] as const,
  );
  return {
    kind: 'read',
    files: await Promise.all(files),
    attachments: namesIn(ATTACHMENTS, paths),
    attachmentSizes: Object.fromEntries(await Promise.all(sizes)),
    recordings: Object.fromEntries(await Promise.all(recordings)),
  };
}

const namesIn = (place: string, paths: readonly string[]): readonly string[] =>
  paths.filter((path) => path.startsWith(place)).map((path) => path.slice(place.length));

/**
 * Paths within the folder, with forward slashes. Links are followed, as folders may be shared
 * between centres; one that leads back to a folder it lies in is not followed again.
 */
async function pathsIn(
  folder: string,
  within = '',
  around: readonly string[] = [],
): Promise<readonly string[]> {
  const place = join(folder, within);
  const real = await realpath(within === '' ? folder : place);
  if (around.includes(real)) return [];
  const entries = await readdir(within === '' ? folder : place, { withFileTypes: true });
  const found = entries
    .map((entry) => ({ entry, path: within === '' ? entry.name : `${within}/${entry.name}` }))
    .filter(({ path }) => !SKIPPED.test(path))
    .map(async ({ entry, path }) => {
      const target = entry.isSymbolicLink() ? await stat(join(folder, path)) : entry;
      if (target.isDirectory()) return await pathsIn(folder, path, [...around, real]);
      return target.isFile() ? [path] : [];
    });
  return (await Promise.all(found)).flat();
}
