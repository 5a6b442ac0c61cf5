// The pages of the web: one esbuild run, kept as long as no source changes.
import { join } from 'node:path';
import { buildPages } from '../../scripts/web.ts';
import { ROOT } from './installation.ts';
import { keptFolder, keyOf } from './kept-folder.ts';

/** What decides about the pages. */
const SOURCES = ['web', 'lib', 'scripts/web.ts', 'scripts/unused-parts.ts', 'package-lock.json'];
const KEEP = join(ROOT, '.ringback', 'pages');

/** Returns the folder of the files as they are delivered. */
export async function keptPages(): Promise<string> {
  const kept = await keptFolder({
    keep: KEEP,
    key: await keyOf(
      SOURCES.map((name) => join(ROOT, name)),
      ROOT,
      [],
    ),
    complete: 'index.html',
    make: async (draft) => {
      await buildPages(draft);
      return true;
    },
  });
  if (kept === undefined) throw new Error('the pages could not be built');
  return kept.folder;
}
