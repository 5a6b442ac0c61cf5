// What libraries bring along though no function of ours can reach it: esbuild cannot know, for it
// is reached through an object, a setting or a dynamic import. Each part is replaced by one that
// says so when it is asked after all; the exports are those of the original, or the build fails.
// Large tables are packed.
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { type Plugin, transform } from 'esbuild';

interface UnusedPart {
  readonly file: RegExp;
  /** Instead of it; without, every export of the file throws. */
  readonly contents?: string;
}

const PARTS: readonly UnusedPart[] = [
  // JSON Schema is written by generators, never by a function: 18 KB
  { file: /[/\\]zod[/\\]v4[/\\]core[/\\](to-json-schema|json-schema-processors)\.js$/ },
  // event streams: only of operations of S3, Kinesis and others that nothing here calls: 15 KB
  {
    file: /@smithy[/\\]core[/\\]dist-es[/\\]submodules[/\\]event-streams[/\\]index\.js$/,
    contents: `
      export const resolveEventStreamSerdeConfig = (config) => config;
      export const eventStreamSerdeProvider = () => { throw new Error('no event streams in bundles'); };
      export const EventStreamSerde = undefined;
    `,
  },
  // endpoints that DynamoDB would be asked for: a setting that is off
  {
    file: /@aws-sdk[/\\]endpoint-cache[/\\]dist-es[/\\]index\.js$/,
    contents: 'export class EndpointCache { getEndpoint() {} get() {} has() { return false; } }',
  },
  // Node has these sums of its own
  { file: /[/\\](Sha256|Sha1)Js\.js$/ },
  // what a client would tell its logger, told from the schema's sensitive fields: none has one
  {
    file: /middleware-logger[/\\]loggerMiddleware\.js$/,
    contents: `
      export const loggerMiddleware = () => (next) => next;
      export const loggerMiddlewareOptions = { name: 'loggerMiddleware', step: 'initialize' };
      export const getLoggerPlugin = () => ({ applyToStack() {} });
    `,
  },
  // retries slowed down by the client itself: a mode that is not chosen
  { file: /submodules[/\\]retry[/\\]util-retry[/\\]DefaultRateLimiter\.js$/ },
  // the region of the machine, asked where it is none of Lambda
  { file: /regionConfig[/\\]getInstanceMetadataRegion\.js$/ },
  // the protocol of services that nothing here calls, and what browsers call themselves
  { file: /protocols[/\\]cbor[/\\]AwsSmithyRpcV2CborProtocol\.js$/ },
  { file: /[/\\]createUserAgentStringParsingProvider\.js$/ },
  // the languages zod speaks, beside the one it speaks unless told: bundles have none of them
  {
    file: /[/\\]zod[/\\]v4[/\\]locales[/\\]index\.js$/,
    contents: "export { default as en } from './en.js';",
  },
  // ~/.aws/config: Lambda has no such files, and each client would look for them
  {
    file: /shared-ini-file-loader[/\\]loadSharedConfigFiles\.js$/,
    contents: `
      export { CONFIG_PREFIX_SEPARATOR } from './constants';
      export const loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} });
    `,
  },
];

export const unusedParts: Plugin = {
  name: 'unused-parts',
  setup({ onLoad }) {
    for (const { file, contents } of PARTS) {
      onLoad({ filter: file }, async ({ path }) => ({
        contents: contents ?? refusing(await readFile(path, 'utf8')),
        loader: 'js',
      }));
    }
  },
};

/**
 * The plans of all countries' telephone numbers without how each writes them, which nothing here
 * asks, and packed: 35 KB instead of 156. They are unpacked, in a millisecond or two, when the
 * first number is read.
 */
export const packedNumberPlans: Plugin = {
  name: 'packed-number-plans',
  setup({ onLoad }) {
    onLoad({ filter: /libphonenumber-js[/\\]metadata\.max\.json\.js$/ }, async ({ path }) => {
      const plans = JSON.parse(await readFile(path.replace(/\.js$/, ''), 'utf8')) as NumberPlans;
      return {
        contents: `${unpacking(withoutFormats(plans))}
          export default {
            get version() { return unpacked().version; },
            get country_calling_codes() { return unpacked().country_calling_codes; },
            get countries() { return unpacked().countries; },
            get nonGeographic() { return unpacked().nonGeographic; },
          };`,
        loader: 'js',
      };
    });
  },
};

interface NumberPlans {
  readonly countries: Readonly<Record<string, readonly unknown[]>>;
  readonly nonGeographic: Readonly<Record<string, readonly unknown[]>>;
}

/** The place of a plan's formats in libphonenumber's arrays (source/metadata.js). */
const FORMATS = 4;

function withoutFormats(plans: NumberPlans): NumberPlans {
  const strip = (all: NumberPlans['countries']) =>
    Object.fromEntries(
      Object.entries(all).map(([code, plan]) => [code, plan.with(FORMATS, 0)] as const),
    );
  return { ...plans, countries: strip(plans.countries), nonGeographic: strip(plans.nonGeographic) };
}

/** The description of the API is written here, from the schemas; a function has it as text. */
export const packedApiDocument: Plugin = {
  name: 'packed-api-document',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]lib[/\\]api[/\\]openapi\.ts$/ }, async () => {
      const { openApi } = await import('../lib/api/openapi.ts');
      return {
        contents: `${unpacking(openApi())} export const openApi = unpacked;`,
        loader: 'js',
      };
    });
  },
};

/** Our own tables as text that JSON.parse reads: a few kilobytes less, and no longer to start. */
export const packedTables: Plugin = {
  name: 'packed-tables',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]lib[/\\]domain[/\\].*-data\.ts$/ }, async ({ path }) => {
      const tables: object = await import(pathToFileURL(path).href);
      const exports = Object.keys(tables).map(
        (name) => `export const ${name} = /* @__PURE__ */ (() => unpacked().${name})();`,
      );
      return { contents: `${unpacking(tables)} ${exports.join(' ')}`, loader: 'js' };
    });
  },
};

/** Where a service's endpoints are, a graph of decisions: 18 KB for S3, a third of it packed. */
export const packedEndpoints: Plugin = {
  name: 'packed-endpoints',
  setup({ onLoad }) {
    onLoad(
      { filter: /@aws-sdk[/\\]client-[\w-]+[/\\]dist-es[/\\]endpoint[/\\]bdd\.js$/ },
      async ({ path }) => {
        const text = await readFile(path, 'utf8');
        const data = text.replace(/^import .*$/m, '').replace(/^export const bdd = .*$/m, '');
        const { nodes, root, conditions, results } = await graphOf(data);
        const graph = { nodes: [...nodes], root, conditions, results };
        return {
          contents: `import { BinaryDecisionDiagram } from '@smithy/core/endpoints';
          ${unpacking(graph)}
          export const bdd = /* @__PURE__ */ (() => {
            const { nodes, root, conditions, results } = unpacked();
            return BinaryDecisionDiagram.from(Int32Array.from(nodes), root, conditions, results);
          })();`,
          resolveDir: dirname(path),
          loader: 'js',
        };
      },
    );
  },
};

interface EndpointGraph {
  readonly nodes: Iterable<number>;
  readonly root: number;
  readonly conditions: unknown;
  readonly results: unknown;
}

const graphOf = async (module: string): Promise<EndpointGraph> => {
  const source = `${module}
    export const graph = { nodes, root, ..._data };`;
  return (await import(`data:text/javascript,${encodeURIComponent(source)}`)).graph;
};

/** Source of `unpacked`, which gives the value and reads it when it is first asked. */
function unpacking(value: unknown): string {
  const packed = brotliCompressSync(JSON.stringify(value), {
    params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
  });
  return `
    import { brotliDecompressSync } from 'node:zlib';
    let value;
    const unpacked = () =>
      (value ??= JSON.parse(brotliDecompressSync(Buffer.from('${packed.toString('base64')}', 'base64')).toString()));
  `;
}

/** Tags that read other files; no template of ours may have them (lib/domain/messaging). */
export const liquidWithoutFiles: Plugin = {
  name: 'liquid-without-files',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]liquid\.node\.mjs$/ }, async ({ path }) => {
      const text = (await readFile(path, 'utf8')).replaceAll('\r\n', '\n');
      const contents = text
        .replaceAll(/^class (?:Include|Render|Layout|Block)Tag extends [\s\S]*?^\}\n/gm, '')
        .replaceAll(/^ {4}\w+: (?:Include|Render|Layout|Block)Tag,\n/gm, '')
        .replace(/^export \{.*\};$/m, (names) =>
          names.replaceAll(/ (?:Include|Render|Layout|Block)Tag,/g, ''),
        );
      return { contents, loader: 'js' };
    });
  },
};

/** A module with the same exports, each of which throws when it is called. */
function refusing(text: string): string {
  const names = [...text.matchAll(/^export (?:async )?(?:const|function|class) (\w+)/gm)];
  return names
    .map(
      ([, name]) =>
        `export function ${name}() { throw new Error('${name} is left out of the bundles'); }`,
    )
    .join('\n');
}

/**
 * Schemas and tables at the top of a module are calls, which esbuild keeps though nothing reads
 * what they return. Said to have no effect, they stay only where they are used.
 */
export const constantsWhenUsed: Plugin = {
  name: 'constants-when-used',
  setup({ onLoad }) {
    const ours =
      /[/\\](lib[/\\](language|domain|application|api|aws|contacts)|functions)[/\\].*\.ts$/;
    onLoad({ filter: ours }, async ({ path }) => {
      const text = followingZod(await readFile(path, 'utf8'));
      const { code } = await transform(text, { loader: 'ts', target: 'node24' });
      const needed = CATALOGUE.test(path) ? inputsOf(code) : code;
      return { contents: whenUsed(needed.replaceAll(DESCRIPTION, '')), loader: 'js' };
    });
  },
};

/** What a schema says to the readers of documents. */
const DESCRIPTION = /\.describe\(\s*(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')\s*\)/g;

const CATALOGUE = /[/\\]lib[/\\]application[/\\]tasks[/\\][\w-]*tasks\.ts$/;

/**
 * Of the catalogue a function asks for what its task takes; the rest is for the compiler and for
 * whoever deploys.
 */
function inputsOf(code: string): string {
  const lines: string[] = [];
  let entry = false;
  let kept = true;
  for (const line of code.split('\n')) {
    if (/^\S/.test(line)) entry = false;
    if (/^ {2}"[a-z-]+": \{$/.test(line)) entry = true;
    if (!entry || /^ {2}\S/.test(line)) kept = true;
    else if (/^ {4}[\w.]/.test(line)) kept = /^ {4}(\.\.\.|input\b)/.test(line);
    if (kept) lines.push(line);
  }
  return lines.join('\n');
}

/**
 * `import { z }` is a namespace kept as a value, with the error texts of fifty languages;
 * `import * as z` is the same namespace, followed name by name: 350 KB less in every bundle.
 */
export const zodByName: Plugin = {
  name: 'zod-by-name',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\](lib|functions)[/\\].*\.ts$/ }, async ({ path }) => ({
      contents: followingZod(await readFile(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

const followingZod = (text: string): string =>
  text.replace(/^import \{ z \} from 'zod';$/m, "import * as z from 'zod';");

/**
 * esbuild writes code so that of a statement at the top only the first and the last line stand at
 * the margin.
 */
function whenUsed(code: string): string {
  const statements = code.split(/\n(?=[^\s)}\]])/);
  return statements
    .map((statement) => {
      const [, name, value] = /^((?:export )?const \w+ = )([\s\S]*);\s*$/.exec(statement) ?? [];
      return value !== undefined && isCall(value)
        ? `${name}/* @__PURE__ */ (() => (${value}))();`
        : statement;
    })
    .join('\n');
}

const isCall = (value: string): boolean =>
  /[(`]|\.\.\./.test(value) &&
  !/^(async|function|class|\(|\w+ =>|\/\*)/.test(value) &&
  !/\bawait\b|\n(const|let|function) /.test(value);
