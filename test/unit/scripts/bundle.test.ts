import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi } from '../../../lib/api/openapi.ts';
import { TASKS, type TaskName, taskOf } from '../../../lib/application/tasks/tasks.ts';
import { normalisePhone } from '../../../lib/domain/records/phone.ts';
import { PORT_ACCESS } from '../../../lib/infra/permissions.ts';
import { type BundleSize, bundle, bundleFunctions } from '../../../scripts/bundle.ts';

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
  KEY_SHARDS: '1',
  COPY_QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/1/copies',
  LIVE_API: 'wss://abc.execute-api.eu-central-1.amazonaws.com/live',
  CALLS_PER_SECOND: '2',
  CALL_BURST: '5',
  CALL_RATE_LEAD: '-',
};

/** Bytes. A function starts in proportion. */
const LARGEST = 700_000;
/** While a flow asks, a caller waits. */
const LARGEST_OF_A_FLOW = 330_000;

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
    const parts = [
      { in: 'lib/domain/records/phone.ts', out: 'numbers' },
      { in: 'lib/api/openapi.ts', out: 'openapi' },
    ];
    await bundle(parts, folder);
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

  it('are small, for a function starts in proportion', () => {
    const large = sizes.filter(
      ({ task, bytes }) => bytes > (taskOf(task).trigger === 'flow' ? LARGEST_OF_A_FLOW : LARGEST),
    );

    expect(large).toEqual([]);
  });

  it.each(tasks)('start with exactly the variables their ports need: %s', (task) => {
    expect(load(task, environmentOf(task))).toBe('function\n');
  });

  it('of the API hold what they are asked against the catalogue', () => {
    const url = pathToFileURL(join(folder, 'api-read', 'index.mjs')).href;
    const event = {
      ...{ routeKey: 'GET /v1/openapi.json', headers: {} },
      requestContext: { requestId: 'r-1' },
    };
    const script = `
      const { handler } = await import(${JSON.stringify(url)});
      const context = { awsRequestId: 'r-1', functionName: 'api-read', getRemainingTimeInMillis: () => 1000 };
      await handler(${JSON.stringify(event)}, context).then(
        ({ statusCode }) => console.log('answered', statusCode),
        ({ name }) => console.log(name),
      );`;

    const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      ...{ env: environmentOf('api-read'), encoding: 'utf8', stdio: 'pipe' },
    });

    // a catalogue that lacks the input would end in a TypeError
    expect(said.trim().split('\n').at(-1)).toBe('answered 200');
  });

  it('tell a number as the library with all its tables does', () => {
    const numbers = [
      '+48600100200',
      '600 100 200',
      '+420 601 123 456',
      '0049 30 123456',
      '12',
      'x',
    ];
    const script = `import(${JSON.stringify(pathToFileURL(join(folder, 'numbers.mjs')).href)}).then(
      ({ normalisePhone }) =>
        console.log(JSON.stringify(${JSON.stringify(numbers)}.map((text) => normalisePhone(text, 'PL')))),
    )`;

    const told = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' });

    expect(JSON.parse(told)).toEqual(numbers.map((text) => normalisePhone(text, 'PL')));
  });

  it('describe the API as the schemas do', async () => {
    const { openApi: packed } = await import(pathToFileURL(join(folder, 'openapi.mjs')).href);

    expect(packed()).toEqual(JSON.parse(JSON.stringify(openApi())));
  });

  it('do not start when a variable is missing, and name it', () => {
    const { CALL_BURST: _, ...incomplete } = environmentOf('place-call');

    expect(() => load('place-call', incomplete)).toThrow('environment variable CALL_BURST');
  });
});
