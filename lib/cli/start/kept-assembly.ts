// Synthesis takes most of the time before the first call, and its result depends on files alone:
// it is kept under a key of their contents and used again as long as none of them has changed.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ROOT, SOURCES } from '../installation.ts';
import { type Synthesised, synthesise } from './synthesise.ts';

/** Variables the CDK reads. */
const VARIABLES = ['CDK_DEFAULT_ACCOUNT', 'CDK_DEFAULT_REGION'];
/** Assemblies that nothing has used for a day go, except the last few. */
const KEPT = 4;
const DAY = 86_400_000;

export type KeptAssembly = Synthesised & {
  /** Nothing had changed since an earlier synthesis. */
  readonly reused: boolean;
};

/**
 * @param folder of definitions
 * @param keep folder in which assemblies are kept
 */
export async function keptAssembly(
  folder: string,
  keep: string,
  make: typeof synthesise = synthesise,
): Promise<KeptAssembly> {
  const assembly = join(keep, await keyOf(folder));
  if (await isComplete(assembly)) {
    await utimes(assembly, new Date(), new Date());
    return { kind: 'done', assembly, reused: true };
  }
  const draft = `${assembly}.${randomUUID()}`;
  await mkdir(keep, { recursive: true });
  const synthesised = await make(folder, draft);
  if (synthesised.kind === 'failed') {
    await rm(draft, { recursive: true, force: true });
    return { ...synthesised, reused: false };
  }
  await moveInto(draft, assembly);
  await forgetOld(keep);
  return { kind: 'done', assembly, reused: false };
}

/** Another run may have been faster; both have made the same. */
async function moveInto(draft: string, assembly: string): Promise<void> {
  try {
    await rename(draft, assembly);
  } catch (error) {
    if (!(await isComplete(assembly))) throw error;
    await rm(draft, { recursive: true });
  }
}

async function isComplete(assembly: string): Promise<boolean> {
  try {
    return (await stat(join(assembly, 'manifest.json'))).isFile();
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

async function keyOf(folder: string): Promise<string> {
  const files = [...(await Promise.all(SOURCES.map(filesIn))).flat(), ...(await filesIn(folder))];
  const key = createHash('sha256').update(`${process.version}\n${folder}\n`);
  for (const name of VARIABLES) key.update(`${name}=${process.env[name] ?? ''}\n`);
  const contents = await Promise.all(files.map((path) => readFile(path)));
  for (const [n, path] of files.entries()) {
    const bytes = contents[n] ?? Buffer.alloc(0);
    key.update(`${relative(ROOT, path)}\n${bytes.length}\n`).update(bytes);
  }
  return key.digest('hex').slice(0, 32);
}

/** In a fixed order. @param path of a file or a folder */
async function filesIn(path: string): Promise<readonly string[]> {
  if ((await stat(path)).isFile()) return [path];
  const inside = await readdir(path, { recursive: true, withFileTypes: true });
  return inside
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
