// The queues between the functions, as a table: who works on what, how many at a time, and when waiting is an alarm.
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import type { AlarmBell } from './alarm-bell.ts';
import { FUNCTION_SIZES } from './function-sizes.ts';
import type { TaskFunctions } from './task-function.ts';
import { WorkQueue } from './work-queue.ts';

interface Work {
  readonly task: keyof TaskFunctions;
  /** Messages handed over at once. One where each takes long, so that none waits for its neighbours. */
  readonly batch: number;
  /** Batches worked on at the same time; SQS knows no number below 2. */
  readonly atOnce: number;
  /** Seconds a message may wait until the alarm rings. */
  readonly alarmAfter: number;
  /** How often a message is handed out before it is dead; five times when missing. */
  readonly receives?: number;
  /** Seconds until a message has lost its meaning. */
  readonly keptFor?: number;
}

const WORK = {
  // a tick that comes five minutes late would only repeat what the others did
  ticks: { task: 'dialer-tick', batch: 1, atOnce: 20, alarmAfter: 60, keptFor: 300 },
  // orders wait in line for Connect's rate, and preview orders for the agent's time to read (up to 15 min)
  dial: { task: 'place-call', batch: 1, atOnce: 5, alarmAfter: 1200 },
  'contact-events': { task: 'contact-events', batch: 10, atOnce: 20, alarmAfter: 60 },
  // Who waits for their turn goes back into the queue by themselves; what is received again was refused by the provider,
  // every three minutes: an outage of two hours is sat out. What is dead after that is ordered again by the sweeper.
  sms: { task: 'send-sms', batch: 1, atOnce: 5, alarmAfter: 900, receives: 40 },
  email: { task: 'send-email', batch: 1, atOnce: 5, alarmAfter: 900, receives: 40 },
  'message-events': { task: 'message-events', batch: 10, atOnce: 5, alarmAfter: 900 },
  imports: { task: 'import-contacts', batch: 1, atOnce: 2, alarmAfter: 3600 },
  recordings: { task: 'deliver-voicemail', batch: 1, atOnce: 5, alarmAfter: 900 },
  // a survey call waits up to 15 min by order
  'survey-calls': { task: 'place-survey-call', batch: 1, atOnce: 2, alarmAfter: 1200 },
} as const satisfies Record<string, Work>;

export type QueueName = keyof typeof WORK;
export type WorkQueues = Readonly<Record<QueueName, WorkQueue>>;

const NAMES = Object.keys(WORK) as readonly QueueName[];

export function workQueues(scope: Construct, bell: AlarmBell): WorkQueues {
  const made = NAMES.map((name) => {
    const work: Work = WORK[name];
    const handledWithin = FUNCTION_SIZES[work.task].timeout;
    const { alarmAfter, keptFor, receives } = work;
    const props = {
      ...{ bell, handledWithin, alarmAfter },
      ...(keptFor && { keptFor }),
      ...(receives && { receives }),
    };
    return [name, new WorkQueue(scope, name, props)] as const;
  });
  return Object.fromEntries(made) as Record<QueueName, WorkQueue>;
}

/** @param callsPerSecond what Connect allows; each call placed takes about a second of one function */
export function startWork(
  queues: WorkQueues,
  functions: TaskFunctions,
  callsPerSecond: number,
): void {
  for (const name of NAMES) {
    const work: Work = WORK[name];
    const atOnce =
      name === 'dial' ? Math.max(work.atOnce, Math.ceil(callsPerSecond * 2)) : work.atOnce;
    functions[work.task].addEventSource(
      new SqsEventSource(queues[name].queue, {
        batchSize: work.batch,
        maxConcurrency: atOnce,
        reportBatchItemFailures: true,
      }),
    );
  }
}
