// Of each client of the SDK, only what our code names is read: commands, and the schemas those
// consist of. esbuild would leave the rest out as well, but goes through it for every one of some
// fifty bundles first. A name that is missing after all fails the build of our code.
import { readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Plugin } from 'esbuild';

/** Whose imports decide: our code, and the library that builds on a client. */
const READERS = ['lib/aws', 'functions', 'node_modules/@aws-sdk/lib-storage/dist-es'];

/** By client, such as client-sqs: the commands, such as SendMessageCommand. */
type UsedCommands = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Services whose errors are known by name and status only, never by class: an error without a class
 * becomes the service's base exception, with the same name, message and fields. 60 KB for SSM.
 */
export const ERRORS_BY_NAME =
  /[/\\]client-(connect|dynamodb|pinpoint-sms-voice-v2|s3|secrets-manager|sesv2|sqs|ssm)[/\\]/;

/**
 * @param root of the project
 * @param entries files that are read for names as well, from there
 */
export const sdkParts = (root: string, entries: readonly string[]): Plugin => ({
  name: 'sdk-parts',
  setup({ onLoad }) {
    const used = usedCommands([
      ...READERS.flatMap((each) => filesIn(join(root, each))),
      ...entries.map((each) => resolve(root, each)),
    ]);
    onLoad({ filter: /client-[\w-]+[/\\]dist-es[/\\]index\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const lines = commandsOf(used, path).map((name) => `export * from "./commands/${name}";`);
      const contents = text.replaceAll(ALL_COMMANDS, '').concat(lines.join('\n'));
      return { contents, loader: 'js' };
    });
    onLoad({ filter: /dist-es[/\\]schemas[/\\]schemas_\d+\.js$/ }, async ({ path }) => {
      const text = keysByName(await readFile(path, 'utf8'));
      const known = ERRORS_BY_NAME.test(path) ? withoutErrorClasses(text) : text;
      const client = join(dirname(path), '..');
      const commands = [...commandsOf(used, path), ...(await ownCommandsOf(client))].map((name) =>
        readFile(join(client, 'commands', `${name}.js`), 'utf8'),
      );
      return { contents: namedBy(await Promise.all(commands), known), loader: 'js' };
    });
  },
});

/** The files of an index that are about all commands: errors, where they have classes, stay. */
const ALL_COMMANDS =
  /^export \* from "\.\/(?:[A-Z]\w*(?<!Client)|commands|pagination|waiters|schemas\/\w+|models\/models_\d+)";$/gm;

function usedCommands(files: readonly string[]): UsedCommands {
  const used = new Map<string, Set<string>>();
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    for (const [, names = '', client = ''] of text.matchAll(IMPORT)) {
      const known = used.get(client) ?? new Set();
      for (const [name] of names.matchAll(/\b[A-Z]\w*Command\b/g)) known.add(name);
      used.set(client, known);
    }
  }
  return used;
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[jt]s$/.test(file))
    .map((file) => join(folder, file));

const IMPORT = /^ *(?:import|export) \{([^}]*)\} from ['"]@aws-sdk\/(client-[\w-]+)['"];$/gm;

/** In order, for two builds to be the same. @param path of a file of the client */
const commandsOf = (used: UsedCommands, path: string): readonly string[] =>
  [...(used.get(/[/\\](client-[\w-]+)[/\\]/.exec(path)?.[1] ?? '') ?? [])].toSorted();

/** Those a client sends by itself. @param client folder of its files */
async function ownCommandsOf(client: string): Promise<readonly string[]> {
  const [file = ''] = (await readdir(client)).filter((name) => name.endsWith('Client.js'));
  const text = await readFile(join(client, file), 'utf8');
  return [...text.matchAll(/"\.\/commands\/(\w+)"/g)].map(([, name = '']) => name);
}

/**
 * The SDK writes the keys of its schemas as constants in brackets, which esbuild must take for
 * calls that may have effects, so it keeps every operation's schema. With the names themselves it
 * drops the unused: 170 KB for Connect. It also registers a class for every error a service has.
 */
function keysByName(text: string): string {
  const names = new Map(
    [...text.matchAll(/^const (_\w+) = ("[^"\\]*");$/gm)].map(([, name, value]) => [name, value]),
  );
  return text.replaceAll(/\[(_\w+)\]:/g, (key, name: string) => {
    const value = names.get(name);
    return value === undefined ? key : `${value}:`;
  });
}

/** The base exception is in a registry of its own and stays. */
const withoutErrorClasses = (text: string): string =>
  text.replaceAll(
    /^n\d+_registry\.registerError\(.*\);$|^import .* from "\.\.\/models\/errors";$/gm,
    '',
  );

/** What the settings of a client ask its schemas for. */
const SETTINGS = 'errorTypeRegistries';

/** Statements of a file that others name, directly or not, and those that are no constants. */
function namedBy(others: readonly string[], text: string): string {
  const statements = text.split(/\n(?=[^\s\])}])/);
  const names = statements.map((one) => /^(?:export )?(?:const|var) ([\w$]+) =/.exec(one)?.[1]);
  const places = new Map(names.flatMap((name, n) => (name === undefined ? [] : [[name, n]])));
  const kept = new Set<number>();
  const reading = [...others, SETTINGS];
  for (const [n, name] of names.entries()) if (name === undefined) keep(n);
  for (const each of reading) {
    for (const [name] of each.matchAll(/[\w$]+/g)) {
      const place = places.get(name);
      if (place !== undefined && !kept.has(place)) keep(place);
    }
  }
  return statements.filter((_, n) => kept.has(n)).join('\n');

  function keep(n: number): void {
    kept.add(n);
    reading.push(statements[n] ?? '');
  }
}
