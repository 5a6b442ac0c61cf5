// One esbuild run for all functions: ESM, minified, the SDK inside, because small bundles start several times faster.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { TASKS } from '../lib/domain/tasks.ts';

/** Writes <outDir>/<task>/index.mjs for every task that has a folder. */
export async function bundleFunctions(outDir: string): Promise<void> {
  const tasks = Object.keys(TASKS).filter((task) => existsSync(`functions/${task}/index.ts`));
  await build({
    entryPoints: Object.fromEntries(
      tasks.map((task) => [join(task, 'index'), `functions/${task}/index.ts`]),
    ),
    outdir: outDir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    logLevel: 'error',
    // CommonJS inside an ES module asks for require
    banner: {
      js: "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);",
    },
  });
}
