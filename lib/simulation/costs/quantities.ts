// From what a run used to what is billed. Each quantity says whether it was counted or is
// estimated, and how.
import { TASK_NAMES, type TaskName, taskOf } from '../../application/tasks/tasks.ts';
import type { PriceId } from '../../language/schema/prices.ts';
import { noUsage, type Usage } from './usage.ts';

export interface Quantity {
  readonly price: PriceId;
  /** In the units of the price. */
  readonly quantity: number;
  readonly basis: 'counted' | 'estimated';
  readonly how: string;
}

export interface RunUse {
  readonly usage: Usage;
  readonly journalEntries: number;
  /** Runs of publish-journal: ten entries, or those of a second. */
  readonly journalBatches: number;
  readonly ruleRuns: number;
  readonly agentEvents: number;
  /** Whether agent events come over a stream, which costs by the hour. */
  readonly agentStream: boolean;
  /** Agent-hours of presence: Connect repeats an agent's state every two minutes. */
  readonly staffedHours: number;
  readonly calls: number;
  /** Minutes of calls that were picked up. */
  readonly minutes: number;
  readonly smsParts: number;
  readonly emails: number;
  readonly emailsReceived: number;
  /** Whole 256 KB of them; SES bills no others. */
  readonly mailChunks: number;
  /** Hours from switching on to the end. */
  readonly hours: number;
  readonly ownNumbers: number;
  readonly recordsImported: number;
  /** MB, by task. */
  readonly memory: Readonly<Record<TaskName, number>>;
}

/** Of a deployment in which nothing happens for so many hours. */
export const idleUse = (
  { memory, agentStream }: Pick<RunUse, 'memory' | 'agentStream'>,
  hours: number,
): RunUse => ({
  usage: noUsage(),
  journalEntries: 0,
  journalBatches: 0,
  ruleRuns: 0,
  agentEvents: 0,
  agentStream,
  staffedHours: 0,
  calls: 0,
  minutes: 0,
  smsParts: 0,
  emails: 0,
  emailsReceived: 0,
  mailChunks: 0,
  hours,
  ownNumbers: 0,
  recordsImported: 0,
  memory,
});

const MILLION = 1e6;
/**
 * Seconds a function runs. Not measured on AWS: a few requests to DynamoDB of some 10 ms each, the
 * rest is our code.
 */
const RUNS_FOR = 0.1;
/** Seconds for which an import works on one row. */
const ROW_TAKES = 0.005;
/** Seconds a callback rule runs, with two functions in it; GB billed at least. */
const RULE_RUN = { seconds: 0.5, gigabytes: 0.064 } as const;
/** KB of logs: lines of one invocation; the full log of a rule's run (docs/decisions/0005). */
const LOGS = { invocation: 0.7, ruleRun: 10 } as const;
/** Functions that work on a queue. */
const QUEUE_TASKS: readonly TaskName[] = TASK_NAMES.filter(
  (task) => taskOf(task).trigger === 'queue',
);
/** Their queues; some have a second one that delivers late. */
const QUEUES = QUEUE_TASKS.reduce((sum, name) => {
  const task = taskOf(name);
  return sum + (task.trigger === 'queue' && task.queue.late !== undefined ? 2 : 1);
}, 0);
/** SQS is asked by five pollers, each for 20 s, when there is nothing to do. */
const IDLE_POLLS_PER_HOUR = 5 * 180;
const HEARTBEATS_PER_HOUR = 30;
/** Hours of a month, as AWS reckons. */
export const MONTH = 730;

export function quantities(use: RunUse): readonly Quantity[] {
  const { usage, memory } = use;
  const runs = new Map<TaskName, number>([...usage.runs, ['publish-journal', use.journalBatches]]);
  const sum = (of: (task: TaskName, count: number) => number) =>
    [...runs].reduce((total, [task, count]) => total + of(task, count), 0);
  const invocations = sum((_, count) => count);
  const fromQueues = sum((task, count) => (QUEUE_TASKS.includes(task) ? count : 0));
  const requests = usage.sends + 2 * fromQueues;
  const polls = QUEUES * IDLE_POLLS_PER_HOUR * use.hours;
  const seconds = (task: TaskName, count: number) =>
    task === 'import-contacts' ? use.recordsImported * ROW_TAKES : count * RUNS_FOR;
  const gigabyteSeconds = sum((task, count) => (seconds(task, count) * memory[task]) / 1024);
  const counted = (price: PriceId, quantity: number, how: string): Quantity => ({
    price,
    quantity,
    basis: 'counted',
    how,
  });
  const estimated = (price: PriceId, quantity: number, how: string): Quantity => ({
    price,
    quantity,
    basis: 'estimated',
    how,
  });
  return [
    counted('connect-minute', use.minutes, 'from the answer to the end of each call'),
    counted('telephony-minute', use.minutes, 'the same minutes'),
    counted('telephony-call', use.calls, 'calls placed'),
    estimated(
      'telephony-number-month',
      (use.ownNumbers * use.hours) / MONTH,
      'own numbers, pro rata',
    ),
    counted('sms-part', use.smsParts, 'parts of the texts sent'),
    counted('ses-thousand', use.emails / 1000, 'e-mails sent'),
    counted('ses-received-thousand', use.emailsReceived / 1000, 'e-mails SES took in'),
    counted('ses-chunk-thousand', use.mailChunks / 1000, 'whole 256 KB of those e-mails'),
    counted(
      'dynamodb-write-million',
      usage.writes / MILLION,
      'items written, twice in a transaction, and index',
    ),
    counted(
      'dynamodb-read-million',
      usage.reads / MILLION,
      'items read by key, queries by what they found',
    ),
    counted('lambda-million', invocations / MILLION, 'one for each message, event or rule step'),
    estimated(
      'lambda-gb-second-million',
      gigabyteSeconds / MILLION,
      '100 ms a run, 5 ms a row imported',
    ),
    counted('sqs-million', requests / MILLION, 'sent, received and deleted'),
    counted('sqs-fair-million', usage.sends / MILLION, 'ticks and call orders, sent with a group'),
    estimated(
      'sqs-million',
      polls / MILLION,
      `asking empty queues: ${QUEUES} queues, 15 a minute each by 5 pollers, hour by hour`,
    ),
    counted('states-million', use.ruleRuns / MILLION, 'runs of callback rules'),
    estimated(
      'states-gb-second-million',
      (use.ruleRuns * RULE_RUN.seconds * RULE_RUN.gigabytes) / MILLION,
      'half a second and 64 MB a run',
    ),
    counted('events-million', use.journalEntries / MILLION, 'journal entries published'),
    counted('pipes-million', use.journalEntries / MILLION, 'journal entries through the pipe'),
    counted(
      'kinesis-shard-hour',
      use.agentStream ? use.hours : 0,
      use.agentStream ? 'one shard, from switching on to the end' : 'agents are looked at',
    ),
    estimated(
      'kinesis-put-million',
      (use.agentStream ? use.agentEvents + use.staffedHours * HEARTBEATS_PER_HOUR : 0) / MILLION,
      'agent events counted, a heartbeat every two minutes',
    ),
    estimated(
      'logs-gb',
      (invocations * LOGS.invocation + use.ruleRuns * LOGS.ruleRun) / 2 ** 20,
      '0.7 KB a function run, 10 KB a rule run',
    ),
  ];
}
