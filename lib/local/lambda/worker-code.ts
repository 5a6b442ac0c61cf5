// The code of a worker thread as JavaScript: a thread that starts from TypeScript loads Node's type
// stripper first, 50 ms of processor time in each of some fifteen threads.

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
    entryPoints: [source.pathname],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  const text = outputFiles[0]?.text ?? '';
  return new URL(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
}
