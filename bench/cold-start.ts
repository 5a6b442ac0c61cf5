// npm run bench:cold-start [-- --rounds 7]: how large each function is and how long Lambda waits
// for its code, beside an empty handler. A bundle is imported by a Node process of its own, with
// the environment the function needs; what is timed is the import, and the whole process from its
// start until the handler is there.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type TaskName, taskOf } from '../lib/application/tasks/tasks.ts';
import type { Variable } from '../lib/aws/environment.ts';
import { PORT_ACCESS } from '../lib/infra/permissions.ts';
import { bundleFunctions } from '../scripts/bundle.ts';
import {
  exampleDefinitions,
  median,
  number,
  ratio,
  runNode,
  say,
  scratchFolder,
  table,
} from './support.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } });
const ROUNDS = Number(values.rounds);
const EMPTY = 'an empty handler';

const QUEUE_URL = 'https://sqs.eu-central-1.amazonaws.com/111122223333/queue';
const VALUES: Readonly<Record<Variable, string>> = {
  RECORDS_TABLE: 'records',
  JOURNAL_TABLE: 'journal',
  RUNTIME_TABLE: 'runtime',
  DUE_INDEX: 'due',
  LIST_INDEX: 'list',
  DIAL_QUEUE_URL: QUEUE_URL,
  TICK_QUEUE_URL: QUEUE_URL,
  CONNECT_INSTANCE_ID: 'instance',
  OUTBOUND_FLOW_ID: 'flow',
  DIRECTORY_PATH: '/ringback',
  CALLS_PER_SECOND: '2',
  CALL_BURST: '5',
  CALL_RATE_LEAD: '-',
  KEY_SHARDS: '1',
  SMS_CONFIGURATION_SET: 'ringback',
  EMAIL_CONFIGURATION_SET: 'ringback',
  CONTACTS_BUCKET: 'contacts',
  MAIL_BUCKET: 'mail',
  RECORDINGS_BUCKET: 'recordings',
  SURVEY_QUEUE_URL: QUEUE_URL,
  SMS_QUEUE_URL: QUEUE_URL,
  EMAIL_QUEUE_URL: QUEUE_URL,
  WEBHOOK_QUEUE_URL: QUEUE_URL,
  COPY_QUEUE_URL: QUEUE_URL,
  UNHANDLED_STATUS: 'Unhandled records',
  IMPORT_QUEUE_URL: QUEUE_URL,
  LIVE_API: 'ws://127.0.0.1:4566/live',
  TIME_ZONE: 'Europe/Warsaw',
  SECRETS_PREFIX: 'ringback',
  PSEUDONYM_SECRET: 'ringback/keys/pseudonyms',
};

const PROBE = `
  const from = performance.now();
  const before = process.cpuUsage();
  const { handler } = await import(process.argv[2]);
  const { user, system } = process.cpuUsage(before);
  const start = { imported: performance.now() - from, cpu: (user + system) / 1000 };
  if (typeof handler !== 'function') throw new Error('no handler');
  process.stdout.write(JSON.stringify(start), () => process.exit(0));
`;

const scratch = scratchFolder();
const probe = join(scratch, 'probe.mjs');
writeFileSync(probe, PROBE);
const sizes = await bundleFunctions(scratch);
mkdirSync(join(scratch, EMPTY));
writeFileSync(join(scratch, EMPTY, 'index.mjs'), 'export const handler = async () => {};\n');
const definitions = JSON.stringify(await exampleDefinitions());
for (const { task } of sizes) writeFileSync(join(scratch, task, 'definitions.json'), definitions);

function environmentOf(task: TaskName): Readonly<Record<string, string>> {
  const { ports } = taskOf(task);
  const variables = ports.flatMap((port) => PORT_ACCESS[port].variables);
  return {
    ...Object.fromEntries(variables.map((name) => [name, VALUES[name]])),
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    LAMBDA_TASK_ROOT: join(scratch, task),
  };
}

interface Start {
  /** Milliseconds of the import. */
  readonly imported: number;
  /** Milliseconds of CPU, all threads together. */
  readonly cpu: number;
  /** Milliseconds of the process, Node's own start included. */
  readonly whole: number;
}

function start(folder: string, environment: Readonly<Record<string, string>>): Start {
  const { stdout, took } = runNode([probe, join(scratch, folder, 'index.mjs')], environment);
  return { ...(JSON.parse(stdout) as Omit<Start, 'whole'>), whole: took };
}

const starts = new Map<string, Start[]>(
  [EMPTY, ...sizes.map(({ task }) => task)].map((name) => [name, []]),
);
for (let round = 0; round < ROUNDS; round++) {
  starts.get(EMPTY)?.push(start(EMPTY, {}));
  for (const { task } of sizes) starts.get(task)?.push(start(task, environmentOf(task)));
}

const of = (name: string, figure: (start: Start) => number) =>
  median((starts.get(name) ?? []).map(figure));
const kib = (bytes: number) => number(bytes / 1024);
const row = (name: string) => {
  const code = readFileSync(join(scratch, name, 'index.mjs'));
  const whole = (folder: string) => of(folder, (start) => start.whole);
  return [
    name,
    kib(code.length),
    kib(gzipSync(code).length),
    number(of(name, ({ imported }) => imported)),
    number(of(name, ({ cpu }) => cpu)),
    ratio(whole(name), whole(EMPTY)),
  ];
};

say(`median of ${ROUNDS} processes each, by turns`);
table(
  [
    'function',
    'KiB',
    'KiB, gzip',
    'import, ms',
    'CPU of it, ms',
    'process, relative to the empty one',
  ],
  [EMPTY, ...sizes.map(({ task }) => task)].map(row),
);
