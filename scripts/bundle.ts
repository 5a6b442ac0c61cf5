// One esbuild run for all functions: ESM, minified, the SDK inside, because small bundles start
// several times faster. Some libraries hide from esbuild what is unused; the plugins below tell it.
// Without them each bundle has 600 KB more.
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { TASKS, type TaskName } from '../lib/application/tasks/tasks.ts';

export interface BundleSize {
  readonly task: TaskName;
  /** Bytes, minified, not compressed. */
  readonly bytes: number;
}

/** Writes <outDir>/<task>/index.mjs for every task; largest bundle first. */
export async function bundleFunctions(outDir: string): Promise<readonly BundleSize[]> {
  const { metafile } = await build({
    entryPoints: Object.keys(TASKS).map((task) => ({
      in: `functions/${task}/index.ts`,
      out: join(task, 'index'),
    })),
    outdir: outDir,
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
    plugins: [zodByName, sdkSchemasByName, credentialsOfLambda, pureLibraries],
    // CommonJS inside an ES module asks for require
    banner: {
      js: "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);",
    },
  });
  return sizesOf(metafile);
}

function sizesOf(metafile: Metafile): readonly BundleSize[] {
  return Object.entries(metafile.outputs)
    .map(([file, { bytes }]) => ({ task: basename(dirname(file)) as TaskName, bytes }))
    .toSorted((a, b) => b.bytes - a.bytes);
}

/**
 * `import { z }` is a namespace kept as a value, with the error texts of fifty languages;
 * `import * as z` is the same namespace, followed name by name: 350 KB less in every bundle.
 */
const zodByName: Plugin = {
  name: 'zod-by-name',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\](lib|functions)[/\\].*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const contents = text.replace(/^import \{ z \} from 'zod';$/m, "import * as z from 'zod';");
      return { contents, loader: 'ts' };
    });
  },
};

/**
 * The SDK writes the keys of its schemas as constants in brackets, which esbuild must take for
 * calls that may have effects, so it keeps every operation's schema. With the names themselves it
 * drops the unused: 170 KB for Connect.
 */
const sdkSchemasByName: Plugin = {
  name: 'sdk-schemas-by-name',
  setup({ onLoad }) {
    onLoad({ filter: /dist-es[/\\]schemas[/\\]schemas_\d+\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const names = new Map(
        [...text.matchAll(/^const (_\w+) = ("[^"\\]*");$/gm)].map(([, name, value]) => [
          name,
          value,
        ]),
      );
      const contents = text.replaceAll(/\[(_\w+)\]:/g, (key, name: string) => {
        const value = names.get(name);
        return value === undefined ? key : `${value}:`;
      });
      return { contents, loader: 'js' };
    });
  },
};

/**
 * Lambda, on AWS and in the local cloud, hands credentials over in environment variables. The SDK
 * would look in nine more places, with a client for each: 110 KB.
 */
const credentialsOfLambda: Plugin = {
  name: 'credentials-of-lambda',
  setup({ onLoad }) {
    onLoad({ filter: /credential-provider-node[/\\]dist-es[/\\]index\.js$/ }, ({ path }) => ({
      contents: `
        import { fromEnv } from '@aws-sdk/credential-provider-env';
        export const defaultProvider = fromEnv;
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
