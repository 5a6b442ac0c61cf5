// The code of the functions: one esbuild run for all, kept as long as no source changes. Whatever
// the folder of definitions, it is the same.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleFunctions } from '../../scripts/bundle.ts';
import { BUNDLING, ROOT } from './installation.ts';
import { keptFolder, keyOf } from './kept-folder.ts';

/** What decides about the code of the functions. */
const SOURCES = ['lib', 'functions', ...BUNDLING, 'package-lock.json'];
const KEEP = join(ROOT, '.ringback', 'bundles');

/** Returns the folder that holds one folder per task. */
export async function keptBundles(): Promise<string> {
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
