// The code of a worker thread as JavaScript: a thread that starts from TypeScript loads Node's type
// stripper first, 50 ms of processor time in each of some fifteen threads.
import { fileURLToPath } from 'node:url';

let code: Promise<URL> | undefined;

/** Where a worker thread starts. Bundled once per process; in a compiled package it is there. */
export function workerCode(): Promise<URL> {
  code ??= import.meta.url.endsWith('.ts')
    ? bundled(new URL('./worker.ts', import.meta.url))
    : Promise.resolve(new URL('./worker.js', import.meta.url));
  return code;
}

async function bundled(source: URL): Promise<URL> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(source)],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  // stack traces show that name instead of the whole text
  const text = `${outputFiles[0]?.text}\n//# sourceURL=lambda-runtime.js`;
  return new URL(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
}
