// The queues between the functions: what each is and which task handles it stands in the task
// catalogue.
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import {
  functionsAtOnce,
  placeCallsAtOnce,
  sharedAtOnce,
} from '../application/tasks/functions-at-once.ts';
import { TASK_NAMES, TASKS, type TaskName, taskOf } from '../application/tasks/tasks.ts';
import type { QueueWiring } from '../application/tasks/wiring.ts';
import type { Definitions } from '../language/definitions.ts';
import type { Alarms } from './alarms.ts';
import type { Deployment } from './deployment.ts';
import { isMade, type TaskFunctions } from './task-function.ts';
import { WorkQueue } from './work-queue.ts';

/** Names of the queues, from the entries of the catalogue that have one. */
export type QueueName = {
  [T in TaskName]: (typeof TASKS)[T] extends { readonly queue: { readonly name: infer N } }
    ? N
    : never;
}[TaskName];
/** That of e-mails only where a mailbox receives. */
export type WorkQueues = Readonly<
  Record<Exclude<QueueName, 'mail'>, WorkQueue> & { readonly mail?: WorkQueue }
>;

interface Work {
  readonly task: keyof TaskFunctions;
  readonly queue: QueueWiring;
}

const WORK: readonly Work[] = TASK_NAMES.flatMap((name) => {
  const task = taskOf(name);
  return task.trigger === 'queue' ? [{ task: name as keyof TaskFunctions, queue: task.queue }] : [];
});

export function workQueues(
  scope: Construct,
  { alarms, definitions }: { readonly alarms: Alarms; readonly definitions: Definitions },
): WorkQueues {
  const needed = WORK.filter(({ task }) => isMade(task, definitions));
  const made = needed.map(({ task, queue }) => {
    const props = { alarms, handledWithin: TASKS[task].timeout, wiring: queue };
    return [queue.name, new WorkQueue(scope, queue.name, props)] as const;
  });
  return Object.fromEntries(made) as Record<QueueName, WorkQueue>;
}

/** The queues that rules of EventBridge send to. */
export const FED_BY_EVENTS = WORK.filter(({ queue }) => queue.fedBy === 'events').map(
  ({ queue }) => queue.name as QueueName,
);

/** Those a task handles: its own, and one that delivers late. */
export const queuesOfWork = ({ queue, late }: WorkQueue): readonly Queue[] =>
  late === undefined ? [queue] : [queue, late];

export function startWork(
  queues: WorkQueues,
  functions: TaskFunctions,
  { definitions, concurrency }: Deployment,
): void {
  const { callsPerSecond } = definitions.centre.connect;
  const wanted = functionsAtOnce(callsPerSecond, queues.mail !== undefined);
  const share = (wish: number) => sharedAtOnce(wish, { wanted, allowed: concurrency ?? wanted });
  for (const { task, queue } of WORK) {
    const atOnce =
      task === 'place-call' ? placeCallsAtOnce(queue.atOnce, callsPerSecond) : queue.atOnce;
    const made = queues[queue.name as QueueName];
    if (made === undefined) continue;
    const handOut = (from: Queue, most: number) =>
      functions[task]?.addEventSource(
        new SqsEventSource(from, {
          batchSize: queue.batch,
          maxConcurrency: share(most),
          reportBatchItemFailures: true,
        }),
      );
    handOut(made.queue, atOnce);
    if (made.late && queue.late) handOut(made.late, queue.late.atOnce);
  }
}
