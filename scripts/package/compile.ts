// The package's JavaScript: one bundle in one folder, split where commands load their own part, so
// that a team installs Ringback and the CDK, and nothing else.
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildResult, build, type Plugin } from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Files that are run, or imported from outside → their names in the package. */
const ENTRIES: Readonly<Record<string, string>> = {
  'lib/cli/main.ts': 'main',
  'lib/cli/app.ts': 'app',
  'lib/cli/dev/worker.ts': 'synthesis-worker',
  'lib/cli/simulate/worker.ts': 'dry-run-worker',
  'lib/local/lambda/worker.ts': 'worker',
  'lib/package/index.ts': 'index',
  'lib/package/cdk.ts': 'cdk',
  'lib/package/prepare.ts': 'prepare',
};

/** Installed beside the package; esbuild is not, and only sources ask for it. */
const OUTSIDE = ['aws-cdk-lib', 'constructs', 'esbuild'];

// libraries in CommonJS ask for require
const BANNER =
  "import{createRequire as requireOf}from'node:module';const require=requireOf(import.meta.url);";

export const compileCommands = (outdir: string): Promise<BuildResult> =>
  compile(outdir, ENTRIES, { splitting: true });

/** `npm create ringback` brings what it needs in one file. */
export const compileCreate = (outdir: string): Promise<BuildResult> =>
  compile(outdir, { 'lib/package/create.ts': 'create' }, { splitting: false });

function compile(
  outdir: string,
  entries: Readonly<Record<string, string>>,
  { splitting }: { readonly splitting: boolean },
): Promise<BuildResult> {
  return build({
    absWorkingDir: ROOT,
    entryPoints: Object.entries(entries).map(([file, out]) => ({ in: file, out })),
    outdir,
    bundle: true,
    splitting,
    chunkNames: 'chunk-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node22',
    // names stay readable in the stack of a bug
    minifyWhitespace: true,
    minifySyntax: true,
    keepNames: true,
    legalComments: 'linked',
    mainFields: ['module', 'main'],
    external: OUTSIDE,
    logLevel: 'error',
    plugins: [filesByName, functionsAsBuilt, checksLeftOut],
    banner: { js: BANNER },
  });
}

/**
 * Files that are found beside the one that names them, as `new URL('./worker.ts', import.meta.url)`
 * and the decoder of recordings, have other names in the package.
 */
const filesByName: Plugin = {
  name: 'files-by-name',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]lib[/\\].*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const contents = text.replaceAll(
        /new URL\('(\.[^']+\.ts)', import\.meta\.url\)/g,
        (_, file: string) =>
          `new URL('./${nameOf(resolve(dirname(path), file))}.js', import.meta.url)`,
      );
      const decoder = 'createRequire(import.meta.url).resolve(DECODER)';
      const here = "new URL('./decoder.opt.wasm', import.meta.url)";
      return { contents: contents.replace(decoder, here), loader: 'ts' };
    });
  },
};

function nameOf(path: string): string {
  const file = relative(ROOT, path).replaceAll('\\', '/');
  const name = ENTRIES[file];
  if (name === undefined) throw new Error(`${file} is no entry of the package`);
  return name;
}

/** Nobody who installs the package has esbuild, or the sources. */
const functionsAsBuilt: Plugin = {
  name: 'functions-as-built',
  setup({ onResolve }) {
    onResolve({ filter: /\/kept-bundles\.ts$/ }, () => ({
      path: join(ROOT, 'scripts/package/prebuilt-functions.ts'),
    }));
    onResolve({ filter: /\/kept-pages\.ts$/ }, () => ({
      path: join(ROOT, 'scripts/package/prebuilt-pages.ts'),
    }));
  },
};

/** Only we check templates (lib/cli/app.ts); of the checks a small function is used elsewhere. */
const checksLeftOut: Plugin = {
  name: 'checks-left-out',
  setup({ onResolve }) {
    onResolve({ filter: /^cdk-nag$/ }, ({ path }) => ({ path, external: true }));
  },
};
