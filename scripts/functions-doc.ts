// docs/functions.md: every Lambda function with what starts it, how it is retried and which alarm
// watches it, from the task catalogue.
import { FAULTS, type FaultName } from '../lib/application/tasks/faults.ts';
import { TASK_NAMES, type TaskName, taskOf } from '../lib/application/tasks/tasks.ts';
import type { Task } from '../lib/application/tasks/wiring.ts';

const INTRODUCTION = `# Functions

Every Lambda function of a deployment. Generated from the task catalogue (\`lib/application/tasks\`) by \`npm run generate\`:
the stacks, the simulation and this page read the same entries.
`;

export function functionsDoc(): string {
  const rows = TASK_NAMES.map((name) => rowOf(name, taskOf(name)));
  return [
    INTRODUCTION,
    '## What each does',
    '',
    '| function | does | started by | memory, timeout | alarm |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    '## Faults',
    '',
    'A function fails with one of these names; state machines retry by them, queues by redelivery.',
    '',
    '| fault | state machines try again |',
    '|---|---|',
    ...Object.keys(FAULTS).map((name) => `| \`${name}\` | ${retryOf(name as FaultName)} |`),
    '',
  ].join('\n');
}

function rowOf(name: TaskName, task: Task): string {
  const size = `${task.memory} MB, ${task.timeout} s`;
  return `| \`${name}\` | ${task.does} | ${starterOf(task)} | ${size} | ${alarmOf(name, task)} |`;
}

function starterOf(task: Task): string {
  switch (task.trigger) {
    case 'queue': {
      const { name, batch, atOnce, attempts, late } = task.queue;
      const queue = `queue \`${name}\`: batches of ${batch}, ${atOnce} at once, ${attempts} tries`;
      return late === undefined ? queue : `${queue}; \`${late.name}\`, ${late.seconds} s late`;
    }
    case 'schedule':
      return task.everyMinutes === 1 ? 'every minute' : `every ${task.everyMinutes} minutes`;
    case 'stream':
      return `stream, ${task.retries} retries`;
    case 'changes':
      return `streams of the journal and of agents, ${task.gathers} s of it at once, ${task.retries} retry`;
    case 'pipe':
      return `pipe of the journal, ${task.retries} retries`;
    case 'task':
      return 'state machines of callback rules';
    case 'invoke':
      return 'a caller';
    case 'flow':
      return 'Connect flows';
    case 'http':
      return '[requests to the API](api.md)';
    case 'deployment':
      return 'CloudFormation';
  }
}

function alarmOf(name: TaskName, task: Task): string {
  if (task.trigger === 'queue') {
    const { name: queue, alarmAfter, delayedUpTo = 0 } = task.queue;
    return `${link(`${queue}-waiting`)} after ${alarmAfter + delayedUpTo} s, ${link(`${queue}-dead-letters`)}`;
  }
  const { alarm } = task;
  if ('none' in alarm) return `none: ${alarm.none}`;
  if (alarm.on === 'lateness') return `${link(`${name}-late`)} after ${alarm.seconds} s`;
  const minutes = alarm.minutes === 1 ? 'minute' : `${alarm.minutes} minutes`;
  const when =
    alarm.periods === 1
      ? `errors within ${minutes}`
      : `errors in ${alarm.periods} periods of a ${minutes}`;
  return `${link(alarm.article ?? `${name}-failing`)}: ${when.replace('of a 5', 'of 5')}`;
}

const link = (article: string): string => `[${article}](runbook.md#${article})`;

function retryOf(name: FaultName): string {
  const { retry } = FAULTS[name];
  if (retry === undefined) return 'never';
  return `${retry.attempts} times, after ${retry.afterSeconds} s, then each time ${retry.backoff} times as long`;
}
