// A folder of definitions, read: the one place that knows that definitions lie in files.
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { SourceFile } from '../lib/language/load.ts';

export type DefinitionsFolder =
  | {
      readonly kind: 'read';
      readonly files: readonly SourceFile[];
      /** Files of attachments/, by the name messages use. */
      readonly attachments: readonly string[];
    }
  | { readonly kind: 'unreadable'; readonly reason: string };

const ATTACHMENTS = 'attachments/';
const SKIPPED = /(^|\/)(\.|node_modules\/)/;

export async function readDefinitionsFolder(folder: string): Promise<DefinitionsFolder> {
  const paths = await pathsIn(folder);
  if (typeof paths === 'string') return { kind: 'unreadable', reason: paths };
  if (!paths.includes('centre.yaml')) {
    const reason = `'${folder}' holds no centre.yaml, so it is not the folder of a contact centre`;
    return { kind: 'unreadable', reason };
  }
  const yaml = paths.filter((path) => /\.ya?ml$/.test(path) && !path.startsWith(ATTACHMENTS));
  const files = yaml.map(async (path) => ({
    path,
    text: await readFile(join(folder, path), 'utf8'),
  }));
  const attachments = paths
    .filter((path) => path.startsWith(ATTACHMENTS))
    .map((path) => path.slice(ATTACHMENTS.length));
  return { kind: 'read', files: await Promise.all(files), attachments };
}

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
