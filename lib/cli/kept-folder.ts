// A folder that is made once for a key and used again as long as the key stays the same.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Folders that nothing has used for a day go, except the last few. */
const KEPT = 4;
const DAY = 86_400_000;

export interface Keeping {
  /** Folder that holds one folder per key. */
  readonly keep: string;
  readonly key: string;
  /** Name of the file that is there once the folder is complete. */
  readonly complete: string;
  /** Makes the folder; false: it could not be made, and nothing is kept. */
  readonly make: (draft: string) => Promise<boolean>;
}

/** undefined when it could not be made. */
export async function keptFolder({
  keep,
  key,
  complete,
  make,
}: Keeping): Promise<{ readonly folder: string; readonly reused: boolean } | undefined> {
  const folder = join(keep, key);
  if (await isFile(join(folder, complete))) {
    await utimes(folder, new Date(), new Date());
    return { folder, reused: true };
  }
  const draft = `${folder}.${randomUUID()}`;
  await mkdir(keep, { recursive: true });
  if (!(await make(draft))) {
    await rm(draft, { recursive: true, force: true });
    return undefined;
  }
  await moveInto(draft, folder, complete);
  await forgetOld(keep);
  return { folder, reused: false };
}

/** Another run may have been faster; both have made the same. */
async function moveInto(draft: string, folder: string, complete: string): Promise<void> {
  try {
    await rename(draft, folder);
  } catch (error) {
    if (!(await isFile(join(folder, complete)))) throw error;
    await rm(draft, { recursive: true });
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

async function forgetOld(keep: string): Promise<void> {
  const all = await Promise.all(
    (await readdir(keep)).map(async (name) => {
      const path = join(keep, name);
      return { path, usedAt: (await stat(path)).mtimeMs };
    }),
  );
  const old = all
    .toSorted((a, b) => b.usedAt - a.usedAt)
    .slice(KEPT)
    .filter(({ usedAt }) => usedAt < Date.now() - DAY);
  await Promise.all(old.map(({ path }) => rm(path, { recursive: true, force: true })));
}

/**
 * A key of the contents of files and folders, and of what else decides.
 * @param root the paths are relative to in the key
 */
export async function keyOf(
  paths: readonly string[],
  root: string,
  others: readonly string[],
): Promise<string> {
  const files = (await Promise.all(paths.map(filesIn))).flat();
  const key = createHash('sha256').update(`${process.version}\n${others.join('\n')}\n`);
  const contents = await Promise.all(files.map((path) => readFile(path)));
  for (const [n, path] of files.entries()) {
    const bytes = contents[n] ?? Buffer.alloc(0);
    key.update(`${relative(root, path)}\n${bytes.length}\n`).update(bytes);
  }
  return key.digest('hex').slice(0, 32);
}

/** In a fixed order. @param path of a file or a folder */
async function filesIn(path: string): Promise<readonly string[]> {
  if ((await stat(path)).isFile()) return [path];
  const inside = await readdir(path, { withFileTypes: true });
  const within = inside
    .filter(({ name }) => !SKIPPED.test(name))
    .map((entry) => [entry, join(path, entry.name)] as const);
  const files = within.filter(([entry]) => entry.isFile()).map(([, file]) => file);
  const folders = within.filter(([entry]) => entry.isDirectory()).map(([, folder]) => folder);
  return [...files, ...(await Promise.all(folders.map(filesIn))).flat()].toSorted();
}

/** No definitions are in there; what is kept is, where the folder is that of the run. */
const SKIPPED = /^\.|^node_modules$/;
