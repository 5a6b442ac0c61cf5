// In the package in place of lib/cli/kept-bundles.ts: nobody who installs it has esbuild, or the
// sources.
import { join } from 'node:path';
import { ROOT } from '../../lib/cli/installation.ts';

/** Returns the folder that holds one folder per task. */
export const keptBundles = async (): Promise<string> => join(ROOT, 'functions');
