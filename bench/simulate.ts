// npm run bench:simulate: seconds and the highest mark of memory of a dry run, for 10,000 and
// 100,000 records over ten days, each in a process of its own, as `ringback simulate` runs it.
// Beside them stands what a process takes that imports next to nothing and runs the same ten days.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXAMPLE, number, ratio, runNode, say, scratchFolder, table } from './support.ts';

const SIZES = [
  { rows: 100, agents: 2 },
  { rows: 10_000, agents: 20 },
  { rows: 100_000, agents: 100 },
] as const;

interface Run {
  readonly calls: number;
  readonly imported: number;
  /** Seconds. */
  readonly took: number;
  readonly cpu: number;
  /** Resident, at most. */
  readonly megabytes: number;
}

const once = fileURLToPath(new URL('./simulate-once.ts', import.meta.url));
const scratch = scratchFolder();

const runs = SIZES.map(({ rows, agents }): Run => {
  const list = join(scratch, `${rows}.csv`);
  runNode(['scripts/generate-contacts.ts', list, '--rows', String(rows)]);
  return JSON.parse(runNode([once, EXAMPLE, list, String(agents)]).stdout) as Run;
});
const [, small, large] = runs as [Run, Run, Run];
const row = (name: string, figure: (run: Run) => number) => [
  name,
  ...runs.map((run) => number(figure(run))),
  ratio(figure(large), figure(small)),
];

say('one process each, ten simulated days; ratio of the last two');
table(
  ['', ...SIZES.map(({ rows, agents }) => `${number(rows)} rows, ${agents} agents`), 'ratio'],
  [
    row('records', ({ imported }) => imported),
    row('calls', ({ calls }) => calls),
    row('seconds', ({ took }) => took),
    row('seconds of CPU', ({ cpu }) => cpu),
    row('calls per second of CPU', ({ calls, cpu }) => calls / cpu),
    row('peak memory, MiB', ({ megabytes }) => megabytes),
  ],
);
