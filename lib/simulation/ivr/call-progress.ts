// What a tested call needs, what happens during it, and its outcome.

import type { Ports } from '../../application/ports/ports.ts';
import type { CompiledIvr } from '../../compiler/ivr/compiled-ivr.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { IvrEnding } from '../../language/schema/ivr-test.ts';
import type { QueueRouting, QueueTarget } from '../connect/effects.ts';
import type { Visited } from '../connect/flow-run.ts';

/** The clock the functions read as well. */
export interface CallClock {
  now(): Instant;
  set(at: Instant): void;
}

export interface CallSetup {
  readonly definitions: Definitions;
  readonly compiled: CompiledIvr;
  readonly ports: Ports;
  /**
   * Called before a function is invoked, with the block that invokes it, so that external services
   * answer for it.
   */
  readonly asks?: (block: string | undefined, task: string) => void | Promise<void>;
  readonly clock: CallClock;
  /** User names of those who are logged in. */
  readonly agents: readonly string[];
  /** Queues that are full. */
  readonly full: readonly string[];
}

export interface TestedCall {
  readonly contact: string;
  /** E.164; undefined when withheld. */
  readonly from: string | undefined;
  /** E.164 of the own number dialed. */
  readonly to: string;
}

/** What happens on the line, as it happens. */
export type CallProgress =
  | { readonly kind: 'heard'; readonly text: string }
  | { readonly kind: 'visited'; readonly visited: Visited }
  | ({ readonly kind: 'queued' } & Queued)
  | { readonly kind: 'connected'; readonly agent: string }
  | { readonly kind: 'asked'; readonly task: string; readonly answer: string };

/** Where the caller waited: a queue, or an agent's own. */
export interface Queued {
  readonly target: QueueTarget;
  readonly routing: QueueRouting;
}

export interface CallOutcome {
  readonly ends: IvrEnding;
  readonly visits: readonly Visited[];
  readonly heard: readonly string[];
  readonly queued: readonly Queued[];
  readonly agent: string | undefined;
  /** Seconds of message. */
  readonly message: number | undefined;
  readonly attributes: ReadonlyMap<string, string>;
  readonly moments: CallMoments;
  /** What went wrong, for the caller or in Connect. */
  readonly problem: string | undefined;
}

interface CallMoments {
  readonly initiated: Instant;
  readonly enqueued: Instant | undefined;
  readonly answered: Instant | undefined;
  readonly disconnected: Instant | undefined;
}
