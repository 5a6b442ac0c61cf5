// What a running flow needs from outside, and the possible results. The interpreter never waits,
// speaks or calls on its own: it requests an effect and goes on when it gets the result. So the
// same interpreter works for a simulation on a virtual clock, where a prompt takes no time, and for
// the local cloud, where it does.

import type { Flow } from '../../compiler/flows/flow.ts';
import type { JsonObject, JsonValue } from '../../compiler/json.ts';

export type Prompt =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'ssml'; readonly ssml: string }
  /** A recorded prompt of the instance, by id or ARN. */
  | { readonly kind: 'recording'; readonly promptId: string }
  /** Audio in S3. */
  | { readonly kind: 'audio'; readonly uri: string };

interface Spoken {
  readonly prompt: Prompt;
  /** Estimated duration, milliseconds; undefined for recordings, whose length is not known here. */
  readonly ms: number | undefined;
}

/** Where a contact waits: in a queue, or in an agent's own queue. */
export type QueueTarget =
  | { readonly kind: 'queue'; readonly arn: string; readonly name: string }
  | { readonly kind: 'agent'; readonly arn: string; readonly name: string };

export type QueueReference =
  | { readonly queueId: string; readonly agentId?: never }
  | { readonly agentId: string; readonly queueId?: never };

export interface QueueRouting {
  /** 1 is served first. */
  readonly priority: number;
  /** Seconds added to the contact's age in the queue. */
  readonly ageSeconds: number;
  /** The object of UpdateContactRoutingCriteria, paths resolved. */
  readonly criteria: JsonObject | undefined;
}

/**
 * Without the age of the oldest contact: exports compare it with milliseconds, although its name
 * says seconds.
 */
export const METRICS = [
  'NumberOfAgentsAvailable',
  'NumberOfAgentsStaffed',
  'NumberOfAgentsOnline',
  'NumberOfContactsInQueue',
] as const;
export type Metric = (typeof METRICS)[number];

export interface DigitRules {
  /** Seconds until the first key. */
  readonly firstKeySeconds: number;
  readonly betweenKeysSeconds: number;
  readonly longest: number;
  readonly terminator: string | undefined;
  /** `*` wipes what was typed before it. */
  readonly starCancels: boolean;
}

interface Effects {
  say: Spoken;
  /** Prompts one after another, endlessly. */
  'say-repeatedly': {
    readonly prompts: readonly Spoken[];
    readonly interruptAfterSeconds: number | undefined;
    /** The prompts go on after an interruption. */
    readonly resumed: boolean;
  };
  /** One key; `keys` are those that lead somewhere. */
  menu: Spoken & { readonly keys: readonly string[]; readonly firstKeySeconds: number };
  digits: Spoken & { readonly rules: DigitRules };
  /**
   * Whether the hours are open now, overrides included; without an id those of the target queue.
   */
  hours:
    | { readonly hoursId: string; readonly queueArn?: never }
    | { readonly queueArn: string; readonly hoursId?: never };
  metric: { readonly metric: Metric; readonly of: QueueReference };
  /** Everything GetMetricData knows about a queue. */
  metrics: { readonly of: QueueReference; readonly channel: string | undefined };
  /** A whole number from 1 to 100. */
  draw: Record<never, never>;
  /** Look up the queue or agent a flow names. */
  target: { readonly reference: QueueReference };
  /** Put the contact into a queue; success ends the flow. */
  queue: { readonly target: QueueTarget; readonly routing: QueueRouting };
  /** Move a waiting contact to another queue; success ends the flow. */
  requeue: { readonly target: QueueTarget; readonly routing: QueueRouting };
  /** Call a Lambda function. */
  invoke: {
    readonly arn: string;
    readonly payload: JsonObject;
    readonly limitSeconds: number;
    /** The flow does not wait for the answer. */
    readonly asynchronous: boolean;
  };
  /** Call an outside number; `returns` when the flow goes on after that call. */
  dial: {
    readonly number: string;
    readonly limitSeconds: number;
    readonly returns: boolean;
    readonly callerId: string | undefined;
    readonly callerName: string | undefined;
    readonly dtmf: string | undefined;
  };
  /** Whether the instance may call the number. */
  'check-number': { readonly number: string };
  callback: {
    readonly number: string;
    readonly target: QueueTarget;
    readonly delaySeconds: number;
    readonly retrySeconds: number;
    readonly attempts: number;
    readonly flowId: string | undefined;
  };
  /** The published content of another flow or module. */
  'load-flow': { readonly flowId: string; readonly as: 'flow' | 'module' };
}

export type EffectKind = keyof Effects;
export type Effect = { [K in EffectKind]: { readonly kind: K } & Effects[K] }[EffectKind];
export type EffectOf<K extends EffectKind> = Extract<Effect, { kind: K }>;

type Failed<Errors extends string = 'NoMatchingError'> = {
  readonly kind: 'failed';
  readonly error: Errors;
};
type Done = { readonly kind: 'done' };

interface Results {
  say: Done | Failed;
  'say-repeatedly': { readonly kind: 'interrupted' } | Failed;
  menu: { readonly kind: 'pressed'; readonly key: string } | { readonly kind: 'silence' } | Failed;
  /** All keys in the order they were pressed, the terminator included. */
  digits: { readonly kind: 'typed'; readonly keys: string } | { readonly kind: 'silence' } | Failed;
  hours: { readonly kind: 'checked'; readonly open: boolean } | Failed;
  metric: { readonly kind: 'measured'; readonly value: number } | Failed;
  metrics: { readonly kind: 'all-measured'; readonly values: JsonObject } | Failed;
  draw: { readonly kind: 'drawn'; readonly value: number };
  target: { readonly kind: 'found'; readonly target: QueueTarget } | Failed;
  queue: Done | Failed<'NoMatchingError' | 'QueueAtCapacity'>;
  requeue: Done | Failed<'NoMatchingError' | 'QueueAtCapacity'>;
  invoke: { readonly kind: 'returned'; readonly payload: JsonValue } | Done | Failed;
  dial: Done | Failed<'NoMatchingError' | 'CallFailed' | 'ConnectionTimeLimitExceeded'>;
  'check-number': { readonly kind: 'number-checked'; readonly dialable: boolean };
  callback: Done | Failed;
  'load-flow': { readonly kind: 'loaded'; readonly flow: Flow | JsonValue } | Failed;
}

export type ResultOf<K extends EffectKind> = Results[K];
export type EffectResult = Results[EffectKind];

/** The kinds of result that fit each kind of effect, for the check at run time. */
export const FITTING_RESULTS: { readonly [K in EffectKind]: readonly ResultOf<K>['kind'][] } = {
  say: ['done', 'failed'],
  'say-repeatedly': ['interrupted', 'failed'],
  menu: ['pressed', 'silence', 'failed'],
  digits: ['typed', 'silence', 'failed'],
  hours: ['checked', 'failed'],
  metric: ['measured', 'failed'],
  metrics: ['all-measured', 'failed'],
  draw: ['drawn'],
  target: ['found', 'failed'],
  queue: ['done', 'failed'],
  requeue: ['done', 'failed'],
  invoke: ['returned', 'done', 'failed'],
  dial: ['done', 'failed'],
  'check-number': ['number-checked'],
  callback: ['done', 'failed'],
  'load-flow': ['loaded', 'failed'],
};
