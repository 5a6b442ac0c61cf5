// In the package in place of scripts/bundle.ts: the bundles were built with it.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../../lib/cli/installation.ts';

/** Writes <outDir>/<task>/index.mjs for every task. */
export const bundleFunctions = (outDir: string): Promise<void> =>
  cp(join(ROOT, 'functions'), outDir, { recursive: true });
