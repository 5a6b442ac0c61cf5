// In the package in place of lib/cli/kept-pages.ts: nobody who installs it has esbuild, or the
// sources.
import { join } from 'node:path';
import { ROOT } from '../../lib/cli/installation.ts';

/** Returns the folder of the files as they are delivered. */
export const keptPages = async (): Promise<string> => join(ROOT, 'web');
