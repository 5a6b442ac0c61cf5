// How a task is run: what starts it, how big and how patient its function is, and which alarm
// watches it. Infra, the simulation and docs/functions.md read this; a task without its queue, its
// schedule or its alarm does not compile.
import type { z } from 'zod';
import type { Ports } from '../ports/ports.ts';
import type { FaultName } from './faults.ts';

/** The queue whose messages a task handles. */
export interface QueueWiring {
  readonly name: string;
  /** Who sends to it: our functions, rules of EventBridge, or a topic of SNS. */
  readonly fedBy: 'functions' | 'events' | 'topic';
  /** Only where a mailbox receives; elsewhere there is neither the queue nor the function. */
  readonly onlyWith?: 'mail';
  /**
   * Messages handed over at once. One where each takes long, so that none waits for its neighbours.
   */
  readonly batch: number;
  /** Batches handled at the same time; SQS accepts no number below 2. */
  readonly atOnce: number;
  /** How often a message is received before it goes to the dead-letter queue. */
  readonly attempts: number;
  /** Seconds the oldest message may wait, beside its delay, before the alarm goes off. */
  readonly alarmAfter: number;
  /**
   * Seconds by which messages are delayed at most. CloudWatch reckons the age from the sending, and
   * does not say that it leaves the delay out.
   */
  readonly delayedUpTo?: number;
  /** Seconds after which a message has lost its meaning; four days when missing. */
  readonly keptFor?: number;
  /**
   * A second queue of the same task, whose messages are delivered so many seconds late; what dies
   * in it goes to the same dead-letter queue.
   */
  readonly late?: { readonly name: string; readonly seconds: number; readonly atOnce: number };
  /**
   * The task sends to its own queue: an order waits for Connect's rate by going back, and a tick
   * may order another. Lambda takes that for a runaway loop and drops the message after some
   * sixteen rounds, unless set otherwise.
   */
  readonly requeues?: true;
}

/** The alarm of a function that no queue watches. */
export type AlarmWiring =
  | {
      /** Errors in so many periods in a row, each of so many minutes. */
      readonly on: 'failures';
      readonly periods: number;
      readonly minutes: number;
      /** Article of docs/runbook.md; `<task>-failing` when missing. */
      readonly article?: string;
    }
  /** Events of the stream are read more than so many seconds late. */
  | { readonly on: 'lateness'; readonly seconds: number }
  /** Why there is none. */
  | { readonly none: string };

/**
 * What starts a function. queue: SQS · schedule: EventBridge Scheduler, without retries, since the
 * next run comes by itself · stream: Kinesis · changes: the stream of the
 * journal, many lines at once · pipe: enrichment · task: a state machine, which
 * retries by the task's faults · invoke: a caller · flow: a Connect flow, which waits 8 s at most ·
 * http: requests to the API · deployment: CloudFormation, for a custom resource.
 */
type Wiring =
  | { readonly trigger: 'queue'; readonly queue: QueueWiring }
  | {
      readonly trigger: 'schedule';
      readonly everyMinutes: number;
      /** Only where a campaign has that channel; a centre without would pay for idle runs. */
      readonly onlyWith?: 'sms';
      readonly alarm: AlarmWiring;
    }
  | {
      readonly trigger: 'stream' | 'pipe';
      /** How often a batch that fails is tried again before it goes to the dead-letter queue. */
      readonly retries: number;
      readonly alarm: AlarmWiring;
    }
  | {
      readonly trigger: 'changes';
      readonly retries: number;
      /** Seconds lines wait for others. */
      readonly gathers: number;
      readonly alarm: AlarmWiring;
    }
  | {
      readonly trigger: 'task' | 'invoke' | 'flow' | 'http' | 'deployment';
      readonly alarm: AlarmWiring;
    };

export type Trigger = Wiring['trigger'];
export type PortName = keyof Ports;

/** An entry of the task catalogue. */
export type Task = Wiring & {
  readonly does: string;
  /** MB. Memory buys CPU: 1,769 MB is one core, so what parses a lot gets more. */
  readonly memory: number;
  /** Seconds. */
  readonly timeout: number;
  /** What it reaches the world through. */
  readonly ports: readonly PortName[];
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly faults: readonly FaultName[];
};

/**
 * Times a message is received before it goes to the dead-letter queue. Batches that Lambda turns
 * away count, too: an account without concurrency left may last for the better part of an hour.
 */
export const ATTEMPTS = 20;

/** One failure is healed by the next run or the caller's retry; three in a row are not. */
export const KEEPS_FAILING = { on: 'failures', periods: 3, minutes: 1 } as const;

/**
 * A caller listens to silence meanwhile, and Connect waits 8 s: a large share of a core for a quick
 * start.
 */
export const ASKED_BY_FLOW = {
  memory: 1024,
  timeout: 7,
  // every failure is a caller who went down the error branch, and calls may be rare
  alarm: { on: 'failures', periods: 1, minutes: 5, article: 'flow-function-failing' },
} as const;
