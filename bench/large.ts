// npm run bench:large [-- --records 1000000 --minutes 20 --json]: one campaign with a million
// records and 300 agents, and fifty campaigns at once, in memory, each in a process of its own,
// beside small ones with as many agents. What a call reads, writes and takes of CPU must not grow
// with the list or with the campaigns. To the end a million records would take weeks of simulated
// time and millions of calls: measured are the minutes after the first ten, with the whole list in
// place.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { number, ratio, runNode, say, scratchFolder, table } from './support.ts';

export interface LargeSize {
  readonly records: number;
  readonly campaigns: number;
  /** Of all campaigns together. */
  readonly agents: number;
  /** All campaigns have the agents together. */
  readonly shared: boolean;
  readonly callsPerSecond: number;
  /** Simulated, those that are measured. */
  readonly minutes: number;
}

export interface LargeRun {
  readonly records: number;
  /** Never called in the end. */
  readonly left: number;
  /** Of CPU. */
  readonly importSeconds: number;
  /** Those that are measured. */
  readonly calls: number;
  /** Milliseconds. */
  readonly cpuPerCall: number;
  /** Resident, at most. */
  readonly megabytes: number;
  /** A call: units read and written, messages sent to queues. */
  readonly reads: number;
  readonly writes: number;
  readonly sends: number;
}

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '1000000' },
    minutes: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
  },
});
const run = promisify(execFile);
const AGENTS = 300;
const MANY = 50;
const SMALL = 20_000;
const OF_A_TEAM = 1000;

const all = { campaigns: 1, agents: AGENTS, shared: true, minutes: Number(values.minutes) };
const large = { ...all, records: Number(values.records), callsPerSecond: 20 };
const fifty = { ...large, records: MANY * OF_A_TEAM, campaigns: MANY };
const team = { ...large, records: OF_A_TEAM, agents: AGENTS / MANY };
const SIZES = {
  small: { ...large, records: SMALL },
  large,
  'fifty, shared': fifty,
  'one team': team,
  'fifty teams': { ...fifty, shared: false },
} as const satisfies Record<string, LargeSize>;

/** What each is compared with. */
const BESIDE = { large: 'small', 'fifty, shared': 'small', 'fifty teams': 'one team' } as const;

const once = fileURLToPath(new URL('./large-once.ts', import.meta.url));
const scratch = scratchFolder();
// side by side, so that whatever else the machine does slows down all of them alike
const runs = await Promise.all(
  Object.entries(SIZES).map(async ([name, size]): Promise<readonly [string, LargeRun]> => {
    const list = join(scratch, `${name}.csv`);
    runNode(['scripts/generate-contacts.ts', list, '--rows', String(size.records)]);
    const { stdout } = await run(process.execPath, [once, list, JSON.stringify(size)]);
    process.stderr.write(`${name}: ${stdout}`);
    return [name, JSON.parse(stdout) as LargeRun];
  }),
);

const of = (name: string): LargeRun => {
  const found = runs.find(([each]) => each === name)?.[1];
  if (!found) throw new Error(`nothing was run that is called ${name}`);
  return found;
};
const COMPARED = ['cpuPerCall', 'reads', 'writes', 'sends', 'megabytes'] as const;
const ratios = Object.entries(BESIDE).map(([name, beside]) => [
  name,
  Object.fromEntries(COMPARED.map((figure) => [figure, of(name)[figure] / of(beside)[figure]])),
]);

if (values.json)
  say(JSON.stringify({ ...Object.fromEntries(runs), ratios: Object.fromEntries(ratios) }));
else report();

function report(): void {
  const row = (heading: string, figure: keyof LargeRun) => [
    heading,
    ...runs.map(([name, run]) => {
      const beside = (BESIDE as Record<string, string>)[name];
      const isCompared = (COMPARED as readonly string[]).includes(figure);
      const times = beside && isCompared ? ` (${ratio(run[figure], of(beside)[figure])})` : '';
      return `${number(run[figure])}${times}`;
    }),
  ];
  say(
    `${AGENTS} agents, ${values.minutes} simulated minutes; in brackets relative to the small one`,
  );
  table(
    ['', ...runs.map(([name]) => name)],
    [
      row('records', 'records'),
      row('never called in the end', 'left'),
      row('import, seconds of CPU', 'importSeconds'),
      row('calls', 'calls'),
      row('a call: milliseconds of CPU', 'cpuPerCall'),
      row('a call: read units', 'reads'),
      row('a call: write units', 'writes'),
      row('a call: messages sent', 'sends'),
      row('peak memory, MiB', 'megabytes'),
    ],
  );
}
