// One esbuild run for all functions: ESM, minified, the SDK inside, because small bundles start
// several times faster. Some libraries hide from esbuild what is unused; the plugins below tell it.
// Without them each bundle has 600 KB more.
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile, type Plugin } from 'esbuild';
import { TASKS, type TaskName } from '../lib/application/tasks/tasks.ts';
import { quickSdk } from './quick-sdk.ts';
import { ERRORS_BY_NAME, sdkParts } from './sdk-parts.ts';
import {
  constantsWhenUsed,
  liquidWithoutFiles,
  packedApiDocument,
  packedEndpoints,
  packedNumberPlans,
  packedTables,
  unusedParts,
} from './unused-parts.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

// esbuild reads it when it starts: it collects garbage less often, and takes a tenth less time
process.env.GOGC ??= '400';

export interface BundleSize {
  readonly task: TaskName;
  /** Bytes, minified, not compressed. */
  readonly bytes: number;
}

/** Writes <outDir>/<task>/index.mjs for every task; largest bundle first. */
export async function bundleFunctions(outDir: string): Promise<readonly BundleSize[]> {
  const entries = Object.keys(TASKS).map((task) => ({
    in: `functions/${task}/index.ts`,
    out: join(task, 'index'),
  }));
  return sizesOf(await bundle(entries, outDir));
}

/** Writes each entry as <outDir>/<out>.mjs. */
export async function bundle(
  entryPoints: readonly { readonly in: string; readonly out: string }[],
  outDir: string,
): Promise<Metafile> {
  const { metafile } = await build({
    // entries are named from the root of the project, wherever the command is called
    absWorkingDir: ROOT,
    entryPoints: [...entryPoints],
    outdir: resolve(outDir),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // ES modules first: esbuild drops unused parts of those only
    mainFields: ['module', 'main'],
    logLevel: 'error',
    plugins: [
      packedApiDocument,
      packedEndpoints,
      packedTables,
      packedNumberPlans,
      liquidWithoutFiles,
      constantsWhenUsed,
      unusedParts,
      quickSdk,
      sdkParts(
        ROOT,
        entryPoints.map((entry) => entry.in),
      ),
      sdkVersions,
      credentialsOfLambda,
      pureLibraries,
    ],
    // CommonJS inside an ES module asks for require
    banner: {
      js: "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);",
    },
  });
  refuseErrorClasses(metafile);
  return metafile;
}

function sizesOf(metafile: Metafile): readonly BundleSize[] {
  return Object.entries(metafile.outputs)
    .map(([file, { bytes }]) => ({ task: basename(dirname(file)) as TaskName, bytes }))
    .toSorted((a, b) => b.bytes - a.bytes);
}

/** Code that asks for such a class would never meet an error of it. */
function refuseErrorClasses({ outputs }: Metafile): void {
  const classes = /dist-es[/\\]models[/\\]errors\.js$/;
  for (const [output, { inputs }] of Object.entries(outputs)) {
    const used = Object.entries(inputs).find(
      ([file, { bytesInOutput }]) =>
        bytesInOutput > 0 && ERRORS_BY_NAME.test(file) && classes.test(file),
    );
    if (used) {
      throw new Error(
        `${output} uses a class of ${used[0]}, but no error has one there: compare the name ` +
          'instead (lib/aws/service-errors.ts), or take the service out of ERRORS_BY_NAME (scripts/sdk-parts.ts)',
      );
    }
  }
}

/** A client reads its version from its package.json and would take the whole file along. */
const sdkVersions: Plugin = {
  name: 'sdk-versions',
  setup({ onLoad }) {
    onLoad({ filter: /@aws-sdk[/\\]client-[\w-]+[/\\]package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

/**
 * Lambda, on AWS and in the local cloud, hands credentials over in environment variables, which
 * stay as they are. The SDK would look in nine more places, with a client for each: 110 KB.
 */
const credentialsOfLambda: Plugin = {
  name: 'credentials-of-lambda',
  setup({ onLoad }) {
    onLoad({ filter: /credential-provider-node[/\\]dist-es[/\\]index\.js$/ }, ({ path }) => ({
      contents: `
        import { fromEnv } from '@aws-sdk/credential-provider-env';
        export const defaultProvider = (init) => {
          const read = fromEnv(init);
          let known;
          return async () => (known ??= await read());
        };
      `,
      resolveDir: dirname(path),
      loader: 'js',
    }));
  },
};

/** Their package.json does not say that importing them alone has no effect. */
const pureLibraries: Plugin = {
  name: 'pure-libraries',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^@aws-sdk\/lib-(storage|dynamodb)$/ }, async ({ path, ...from }) => {
      if (from.pluginData === 'pure') return undefined;
      const { resolveDir, importer, kind } = from;
      const found = await resolve(path, { resolveDir, importer, kind, pluginData: 'pure' });
      return { path: found.path, errors: found.errors, sideEffects: false };
    });
  },
};
