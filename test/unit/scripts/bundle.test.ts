import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TASKS, type TaskName } from '../../../lib/application/tasks/tasks.ts';
import { PORT_ACCESS } from '../../../lib/infra/permissions.ts';
import { type BundleSize, bundleFunctions } from '../../../scripts/bundle.ts';

const tasks = Object.keys(TASKS) as readonly TaskName[];

/** Values of the right kind for every variable. */
const VALUES: Readonly<Record<string, string>> = {
  DIAL_QUEUE_URL: 'https://sqs.example.org/1/dial',
  TICK_QUEUE_URL: 'https://sqs.example.org/1/ticks',
  SURVEY_QUEUE_URL: 'https://sqs.example.org/1/surveys',
  DIRECTORY_PATH: '/ringback',
  SMS_QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/1/sms',
  EMAIL_QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/1/email',
  WEBHOOK_QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/1/webhooks',
  IMPORT_QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/1/imports',
  TIME_ZONE: 'Europe/Warsaw',
  COPY_QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/1/copies',
  LIVE_API: 'wss://abc.execute-api.eu-central-1.amazonaws.com/live',
  CALLS_PER_SECOND: '2',
  CALL_BURST: '5',
};

/** Bytes of those that read telephone numbers, have the whole route table or fill templates. */
const LARGER: Readonly<Partial<Record<TaskName, number>>> = {
  // the days of reports are those of a time zone, whose rules every writer of records brings along
  'import-contacts': 940_000,
  'copy-records': 780_000,
  'api-agent': 860_000,
  'api-read': 1_120_000,
  'api-write': 1_040_000,
};

/** Exactly the variables the task's ports are said to need. */
function environmentOf(task: TaskName): Record<string, string> {
  const variables = TASKS[task].ports.flatMap((port) => PORT_ACCESS[port].variables);
  return {
    AWS_REGION: 'eu-central-1',
    LAMBDA_TASK_ROOT: '/nowhere',
    ...Object.fromEntries(variables.map((name) => [name, VALUES[name] ?? 'something'])),
  };
}

describe('the bundles', () => {
  let folder: string;
  let sizes: readonly BundleSize[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ringback-bundles-'));
    sizes = await bundleFunctions(folder);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const load = (task: TaskName, env: Record<string, string>) => {
    const url = pathToFileURL(join(folder, task, 'index.mjs')).href;
    // The message alone: Node would print the bundle's one long line as well.
    const script = `import(${JSON.stringify(url)}).then(({ handler }) => console.log(typeof handler), (error) => {
      console.error(error.message);
      process.exitCode = 1;
    })`;
    return execFileSync(process.execPath, ['-e', script], { env, encoding: 'utf8', stdio: 'pipe' });
  };

  it('are one for each task of the catalogue', () => {
    expect(sizes.map(({ task }) => task).toSorted()).toEqual(tasks.toSorted());
  });

  it('are small, for a function starts in proportion; the import and the API are larger', () => {
    const large = sizes.filter(({ task, bytes }) => bytes > (LARGER[task] ?? 743_000));

    expect(large).toEqual([]);
  });

  it.each(tasks)('start with exactly the variables their ports need: %s', (task) => {
    expect(load(task, environmentOf(task))).toBe('function\n');
  });

  it('do not start when a variable is missing, and name it', () => {
    const { CALL_BURST: _, ...incomplete } = environmentOf('place-call');

    expect(() => load('place-call', incomplete)).toThrow('environment variable CALL_BURST');
  });
});
