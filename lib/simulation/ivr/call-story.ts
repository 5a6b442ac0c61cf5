// What a call needs, what happens on its line, and what came of it.

import type { Ports } from '../../application/ports/ports.ts';
import type { CompiledIvr } from '../../compiler/ivr/compiled-ivr.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { IvrEnding } from '../../language/schema/ivr-test.ts';
import type { QueueTarget, Routing } from '../connect/effects.ts';
import type { Visited } from '../connect/flow-run.ts';

/** The clock the functions read as well. */
export interface CallClock {
  now(): Instant;
  set(at: Instant): void;
}

export interface CallWorld {
  readonly definitions: Definitions;
  readonly compiled: CompiledIvr;
  readonly ports: Ports;
  /**
   * Told before a function is asked: which block asks, so that a service outside is answered for
   * the right one.
   */
  readonly asks?: (block: string | undefined, task: string) => void | Promise<void>;
  readonly clock: CallClock;
  /** User names of those who are logged in. */
  readonly agents: readonly string[];
  /** Queues in which nobody else fits. */
  readonly full: readonly string[];
}

export interface IncomingCall {
  readonly contact: string;
  /** E.164; undefined when withheld. */
  readonly from: string | undefined;
  /** E.164 of the own number dialed. */
  readonly to: string;
}

/** What happens on the line, as it happens. */
export type CallNews =
  | { readonly kind: 'heard'; readonly text: string }
  | { readonly kind: 'visited'; readonly visited: Visited }
  | ({ readonly kind: 'queued' } & Queued)
  | { readonly kind: 'connected'; readonly agent: string }
  | { readonly kind: 'asked'; readonly task: string; readonly answer: string };

/** A place where the caller came to wait: a queue, or an agent's own. */
export interface Queued {
  readonly target: QueueTarget;
  readonly routing: Routing;
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
  /** What could not be done as the caller, or Connect, would have it. */
  readonly problem: string | undefined;
}

interface CallMoments {
  readonly initiated: Instant;
  readonly enqueued: Instant | undefined;
  readonly answered: Instant | undefined;
  readonly disconnected: Instant | undefined;
}
