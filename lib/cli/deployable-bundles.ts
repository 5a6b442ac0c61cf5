// The functions as they are uploaded: one esbuild run for all, kept as long as no source changes,
// and beside the code of those that read them the definitions and, where e-mails leave, the
// attachments.
import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleFunctions } from '../../scripts/bundle.ts';
import { TASK_NAMES, taskOf } from '../application/tasks/tasks.ts';
import type { Definitions } from '../language/definitions.ts';
import { keptFolder, keyOf } from './kept-folder.ts';
import { ROOT } from './start/synthesise.ts';

/** What decides about the code of the functions. */
const SOURCES = ['lib', 'functions', 'scripts/bundle.ts', 'package-lock.json'];
const KEEP = join(ROOT, '.ringback', 'bundles');

/** Returns the folder that holds one folder per task. */
export async function deployableBundles(
  folder: string,
  parts: { readonly definitions: Definitions; readonly attachments: readonly string[] },
): Promise<string> {
  const bundles = await mkdtemp(join(tmpdir(), 'ringback-bundles-'));
  // the CDK copies what it takes, so nothing has to stay
  process.once('exit', () => rmSync(bundles, { recursive: true, force: true }));
  await cp(await keptBundles(), bundles, { recursive: true });
  const text = JSON.stringify(parts.definitions);
  for (const task of TASK_NAMES) {
    const { ports } = taskOf(task);
    const into = join(bundles, task);
    if (ports.includes('definitions')) await writeFile(join(into, 'definitions.json'), text);
    if (ports.includes('email')) await copyAttachments(folder, parts.attachments, into);
  }
  return bundles;
}

/** Whatever the folder of definitions, the code is the same. */
async function keptBundles(): Promise<string> {
  const kept = await keptFolder({
    keep: KEEP,
    key: await keyOf(
      SOURCES.map((name) => join(ROOT, name)),
      ROOT,
      [],
    ),
    complete: 'sizes.json',
    make: async (draft) => {
      const sizes = await bundleFunctions(draft);
      await writeFile(join(draft, 'sizes.json'), JSON.stringify(sizes));
      return true;
    },
  });
  if (kept === undefined) throw new Error('the functions could not be bundled');
  return kept.folder;
}

async function copyAttachments(
  folder: string,
  names: readonly string[],
  into: string,
): Promise<void> {
  await mkdir(join(into, 'attachments'), { recursive: true });
  for (const name of names) {
    await cp(join(folder, 'attachments', name), join(into, 'attachments', name));
  }
}
