// The product's pacing, whatever Node the simulator was started with: one that cannot run TypeScript
// itself gets the same sources bundled by esbuild.

const SOURCES = {
  model: new URL('../../lib/domain/pacing/call-model.ts', import.meta.url),
  pace: new URL('../../lib/domain/pacing/pace.ts', import.meta.url),
  settings: new URL('../../lib/domain/pacing/settings.ts', import.meta.url),
};

async function load() {
  if (process.features.typescript) {
    const [model, pacing, settings] = await Promise.all(
      Object.values(SOURCES).map((source) => import(source.href)),
    );
    return { ...model, ...pacing, ...settings };
  }
  const { build } = await import('esbuild');
  const contents = Object.values(SOURCES).map((source) => `export * from '${source.pathname}';`);
  const { outputFiles } = await build({
    stdin: { contents: contents.join('\n'), resolveDir: '.' },
    bundle: true,
    format: 'esm',
    write: false,
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}

export const { emptyCallModel, learn, pace, DEFAULT_PACING } = await load();
