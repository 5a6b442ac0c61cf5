// What the flows of a call find around them: hours, queues, agents, functions. In a simulation
// these are the definitions and the use cases, in the local cloud the resources of the templates
// and the deployed functions.

import type { Flow, FlowType } from '../../compiler/flows/flow.ts';
import type { JsonValue } from '../../compiler/json.ts';
import type { CallerBehaviour } from '../phone-network/behaviour.ts';
import type { Random } from '../random.ts';
import type { EffectOf, QueueReference, QueueTarget, ResultOf } from './effects.ts';
import type { FlowTime } from './flow-time.ts';
import type { IvrRecorder } from './ivr-recorder.ts';

export interface HostedFlow {
  readonly id: string;
  readonly type: string;
  readonly content: Flow | JsonValue;
}

export interface FlowHost {
  readonly time: FlowTime;
  readonly recorder: IvrRecorder;
  readonly random: Random;
  readonly callers: CallerBehaviour;
  /** By id or ARN; a flow nobody knows is an error. */
  flow(id: string): HostedFlow;
  isOpen(hours: EffectOf<'hours'>): boolean;
  /** How long a recorded prompt plays, ms; undefined: not known. */
  promptLength(id: string): number | undefined;
  /** undefined: there is no such queue or agent. */
  target(reference: QueueReference): QueueTarget | undefined;
  /** How many may wait in the queue at once; undefined: no limit. */
  capacityOf(queue: string): number | undefined;
  /** Agent groups that serve the queue. */
  groupsOf(queue: string): readonly string[];
  /** User name by the id of an agent. */
  agentName(id: string): string | undefined;
  /** Gives the answer at once, or calls `later`. */
  invoke(
    effect: EffectOf<'invoke'>,
    later: (result: ResultOf<'invoke'>) => void,
  ): ResultOf<'invoke'> | undefined;
}

/** A flow that runs at an event of a call, such as hold. */
export type FlowHook = readonly [event: string, type: FlowType];
