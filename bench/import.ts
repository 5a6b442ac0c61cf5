// npm run bench:import: rows a second and the highest mark of memory of an import, for small files
// and large ones, each in a process of its own. The first column is what a process takes that
// imports next to nothing. Then the smaller ones once more, with every record written to a DynamoDB
// on this machine; `-- --small` leaves the million and that of 200,000 out.
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

const SMALL = process.argv.includes('--small');
const SIZES = [10, 10_000, 200_000, ...(SMALL ? [] : [1_000_000])];
const STORED = [10_000, ...(SMALL ? [] : [200_000])];
/** The large ones take minutes, and say the same each time. */
const roundsOf = (size: number): number => (size > 10_000 ? 1 : 3);
/**
 * V8 lets garbage lie while there is room. With little room, what is left is what the pipeline
 * holds.
 */
const CEILING = ['--max-old-space-size=40', '--max-semi-space-size=2'];

interface Run {
  readonly rows: number;
  readonly imported: number;
  readonly rejected: number;
  /** Of the function, each of which stops after ten minutes. */
  readonly runs: number;
  /** Milliseconds. */
  readonly took: number;
  /** Milliseconds of CPU meanwhile, all threads together. */
  readonly cpu: number;
  /** Resident, at most. */
  readonly megabytes: number;
}

const once = fileURLToPath(new URL('./import-once.ts', import.meta.url));
const scratch = scratchFolder();
const definitions = join(scratch, 'definitions.json');
await writeFile(definitions, JSON.stringify(await exampleDefinitions()));

const fileOf = (size: number) => join(scratch, `${size}.csv`);
for (const size of SIZES) {
  runNode(['scripts/generate-contacts.ts', fileOf(size), '--rows', String(size)]);
}

function run(size: number, options: readonly string[] = [], store: readonly string[] = []): Run {
  const args = [...options, once, definitions, fileOf(size), CAMPAIGN, ...store];
  return JSON.parse(runNode(args).stdout) as Run;
}

const repeated = (size: number, options: readonly string[] = []): readonly Run[] =>
  Array.from({ length: roundsOf(size) }, () => run(size, options));

const plain = new Map(SIZES.map((size) => [size, repeated(size)]));
const ceiled = new Map(SIZES.map((size) => [size, repeated(size, CEILING)]));
const of = (
  runs: ReadonlyMap<number, readonly Run[]>,
  size: number,
  figure: (run: Run) => number,
) => median((runs.get(size) ?? []).map(figure));
const [, small = 0] = SIZES;
const large = SIZES.at(-1) ?? 0;
const row = (name: string, figure: (run: Run) => number, runs = plain) => [
  name,
  ...SIZES.map((size) => number(of(runs, size, figure))),
  ratio(of(runs, large, figure), of(runs, small, figure)),
];
const bytes = new Map(
  await Promise.all(SIZES.map(async (size) => [size, (await stat(fileOf(size))).size] as const)),
);
const mebibytes = (size: number) => (bytes.get(size) ?? 0) / 2 ** 20;

say(
  `median of 3 processes each, of the large files 1; ratio of ${number(large)} to ${number(small)} rows`,
);
table(
  ['', ...SIZES.map((size) => `${number(size)} rows`), 'ratio'],
  [
    [
      'file, MiB',
      ...SIZES.map((size) => number(mebibytes(size))),
      ratio(mebibytes(large), mebibytes(small)),
    ],
    row('rows imported', ({ imported }) => imported),
    row('rows rejected', ({ rejected }) => rejected),
    row('rows per second', ({ rows, took }) => (1000 * rows) / took),
    row('rows per second of CPU', ({ rows, cpu }) => (1000 * rows) / cpu),
    row('peak memory, MiB', ({ megabytes }) => megabytes),
    row('with a heap of 40 MiB', ({ megabytes }) => megabytes, ceiled),
  ],
);

say('\nwith every record written to DynamoDB on this machine, once');
const stored = STORED.map((size) => run(size, [], ['store']));
table(
  ['', ...STORED.map((size) => `${number(size)} rows`)],
  [
    ['rows imported', ...stored.map(({ imported }) => number(imported))],
    ['runs of the function', ...stored.map(({ runs }) => number(runs))],
    ['rows per second', ...stored.map(({ rows, took }) => number((1000 * rows) / took))],
    ['rows per second of CPU', ...stored.map(({ rows, cpu }) => number((1000 * rows) / cpu))],
    ['peak memory, MiB', ...stored.map(({ megabytes }) => number(megabytes))],
  ],
);
