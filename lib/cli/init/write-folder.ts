// Writes a new folder wholly or not at all: nothing that exists is written over, and what was
// written is taken back when the rest cannot be, or the user interrupts.
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Wrong } from '../option-values.ts';
import type { NewFile } from './centre-files.ts';

/** What a version control system or a desktop keeps there is in nobody's way. */
const HARMLESS: readonly string[] = ['.git', '.DS_Store'];
const MOST_NAMED = 3;

/** What is in the way of a new centre there; undefined: nothing. */
export async function inTheWay(folder: string): Promise<Wrong | undefined> {
  try {
    const entries = (await readdir(folder)).filter((name) => !HARMLESS.includes(name)).toSorted();
    if (entries.length === 0) return undefined;
    const named = entries.slice(0, MOST_NAMED).map((name) => `'${name}'`);
    const more = entries.length - named.length;
    const list = more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
    return { wrong: `'${folder}' is not empty: it has ${list}. Choose a new folder` };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return undefined;
    if (code === 'ENOTDIR')
      return { wrong: `'${folder}' is a file, or lies below one. Choose a new folder` };
    throw error;
  }
}

export type Written = 'written' | 'interrupted';

/** @throws what the file system refuses, after everything was taken back */
export async function writeFolder(
  folder: string,
  files: readonly NewFile[],
  interrupted: () => boolean,
): Promise<Written> {
  const undo: (() => Promise<void>)[] = [];
  const takeBack = async () => {
    for (const step of undo.toReversed()) await step();
  };
  try {
    await makeFolder(folder, undo);
    for (const { path, text } of files) {
      if (interrupted()) {
        await takeBack();
        return 'interrupted';
      }
      const place = join(folder, path);
      await makeFolder(dirname(place), undo);
      await writeFile(place, text, { flag: 'wx' });
      undo.push(() => rm(place));
    }
    return 'written';
  } catch (error) {
    await takeBack();
    throw error;
  }
}

/**
 * With the folders around it, as far as they are missing; one by one, as each is to be taken back.
 */
async function makeFolder(folder: string, undo: (() => Promise<void>)[]): Promise<void> {
  const missing: string[] = [];
  for (let one = resolve(folder); !existsSync(one); one = dirname(one)) missing.push(one);
  for (const one of missing.toReversed()) {
    await mkdir(one);
    undo.push(() => rmdir(one));
  }
}
