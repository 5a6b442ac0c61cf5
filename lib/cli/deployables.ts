// What is uploaded with a folder of definitions: the bundles of the functions with what they read
// beside them, the recordings as Connect plays them, the pages of the web and the music of the
// desk.

import { rmSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Definitions } from '../language/definitions.ts';
import { checkedFolder } from './checked-folder.ts';
import { deployableBundles } from './deployable-bundles.ts';
import { deployableRecordings } from './deployable-recordings.ts';
import { deskMusic } from './desk-music.ts';
import { keptPages } from './kept-pages.ts';

export interface Deployables {
  readonly definitions: Definitions;
  /** Folder with one folder per task. */
  readonly bundles: string;
  /** Folder of the recordings. */
  readonly recordings: string;
  /** Folder of the pages. */
  readonly pages: string;
  /** Folder of the music of the desk, below music/; none if missing. */
  readonly music?: string | undefined;
  /** Warnings, for people. */
  readonly lines: readonly string[];
}

/** @param into folder for what is made */
export async function deployables(
  folder: string,
  into: string,
): Promise<Deployables | { readonly refused: readonly string[] }> {
  const checked = await checkedFolder(folder);
  if (checked.kind === 'refused') return { refused: checked.lines };
  const { definitions, lines } = checked;
  const [bundles, playable] = [join(into, 'functions'), join(into, 'recordings')];
  await Promise.all([bundles, playable].map((made) => mkdir(made)));
  const recordings = await deployableRecordings(folder, checked, playable);
  const [pages] = await Promise.all([keptPages(), deployableBundles(folder, checked, bundles)]);
  const music = await deskMusic(folder, definitions, join(into, 'desk'));
  return { definitions, bundles, recordings, pages, music, lines };
}

const passing = new Set<string>();

/** A folder that goes with this process: the CDK copies what it uploads. */
export async function passingFolder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'ringback-'));
  if (passing.size === 0) process.once('exit', removePassing);
  passing.add(made);
  return made;
}

function removePassing(): void {
  for (const made of passing) rmSync(made, { recursive: true, force: true });
}
