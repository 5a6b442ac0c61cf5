// npm run bench:import: rows a second and the highest mark of memory of an import, for a small file
// and a large one, each in a process of its own. The first column is what a process takes that
// imports next to nothing.
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  CAMPAIGN,
  exampleDefinitions,
  median,
  number,
  ratio,
  runNode,
  say,
  scratchFolder,
  table,
} from './support.ts';

const SIZES = [10, 10_000, 200_000] as const;
const ROUNDS = 3;
/**
 * V8 lets garbage lie while there is room. With little room, what is left is what the pipeline
 * holds.
 */
const CEILING = ['--max-old-space-size=40', '--max-semi-space-size=2'];

interface Run {
  readonly rows: number;
  readonly imported: number;
  readonly rejected: number;
  /** Milliseconds. */
  readonly took: number;
  /** Milliseconds of CPU meanwhile, all threads together. */
  readonly cpu: number;
  /** Resident, at most. */
  readonly megabytes: number;
  /** The same of another run, under the ceiling. */
  readonly ceiled: number;
}

const once = fileURLToPath(new URL('./import-once.ts', import.meta.url));
const scratch = scratchFolder();
const definitions = join(scratch, 'definitions.json');
await writeFile(definitions, JSON.stringify(await exampleDefinitions()));

const fileOf = (size: number) => join(scratch, `${size}.csv`);
for (const size of SIZES) {
  runNode(['scripts/generate-contacts.ts', fileOf(size), '--rows', String(size)]);
}

function run(size: number, options: readonly string[] = []): Omit<Run, 'ceiled'> {
  const args = [...options, once, definitions, fileOf(size), CAMPAIGN];
  return JSON.parse(runNode(args).stdout) as Omit<Run, 'ceiled'>;
}

const runs = new Map(SIZES.map((size) => [size, [] as Run[]]));
for (let round = 0; round < ROUNDS; round++) {
  for (const size of SIZES) {
    const { megabytes: ceiled } = run(size, CEILING);
    runs.get(size)?.push({ ...run(size), ceiled });
  }
}

const of = (size: number, figure: (run: Run) => number) =>
  median((runs.get(size as (typeof SIZES)[number]) ?? []).map(figure));
const [, small, large] = SIZES;
const row = (name: string, figure: (run: Run) => number) => [
  name,
  ...SIZES.map((size) => number(of(size, figure))),
  ratio(of(large, figure), of(small, figure)),
];
const sizes = await Promise.all(
  SIZES.map(async (size) => (await stat(fileOf(size))).size / 2 ** 20),
);

say(`median of ${ROUNDS} processes each; ratio of ${number(large)} to ${number(small)} rows`);
table(
  ['', ...SIZES.map((size) => `${number(size)} rows`), 'ratio'],
  [
    ['file, MiB', ...sizes.map(number), ratio(sizes[2] ?? 0, sizes[1] ?? 0)],
    row('rows imported', ({ imported }) => imported),
    row('rows rejected', ({ rejected }) => rejected),
    row('rows per second', ({ rows, took }) => (1000 * rows) / took),
    row('rows per second of CPU', ({ rows, cpu }) => (1000 * rows) / cpu),
    row('peak memory, MiB', ({ megabytes }) => megabytes),
    row('with a heap of 40 MiB', ({ ceiled }) => ceiled),
  ],
);
