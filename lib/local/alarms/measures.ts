// The metrics the local cloud can measure, by the names CloudWatch has for them.
import type { Functions } from '../lambda/functions.ts';
import type { SqsQueues } from '../sqs/sqs-queues.ts';
import type { Machines } from '../states/machines.ts';

export interface MetricName {
  readonly namespace: string;
  readonly name: string;
  /** Value of its only dimension. */
  readonly of: string;
}

/** A count since the beginning, or what holds now. */
export interface Measure {
  readonly kind: 'count' | 'level';
  readonly read: () => number;
}

interface Source {
  readonly queues: SqsQueues;
  readonly functions: Functions;
  readonly machines: Machines;
}

/** Undefined for a metric nobody measures here: its alarm never goes off. */
export function measureOf(cloud: Source, metric: MetricName): Measure | undefined {
  return MEASURES[`${metric.namespace} ${metric.name}`]?.(cloud, metric.of);
}

const MEASURES: Readonly<Record<string, (cloud: Source, of: string) => Measure>> = {
  'AWS/SQS ApproximateNumberOfMessagesVisible': ({ queues }, name) => ({
    kind: 'level',
    read: () => queues.withName(name).counts().available,
  }),
  'AWS/SQS ApproximateAgeOfOldestMessage': ({ queues }, name) => ({
    kind: 'level',
    read: () => queues.withName(name).ageOfOldest(),
  }),
  'AWS/Lambda Errors': ({ functions }, name) => ({
    kind: 'count',
    read: () => functions.get(name).failures,
  }),
  'AWS/States ExecutionsFailed': ({ machines }, arn) => ({
    kind: 'count',
    read: () => machines.withArn(arn).failures,
  }),
  // simulated time stands while a state machine works
  'AWS/States ExecutionsTimedOut': () => ({ kind: 'count', read: () => 0 }),
};
