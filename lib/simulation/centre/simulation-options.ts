// What a simulated centre is given: definitions, people, what goes wrong, and who watches.
import type { Ports } from '../../application/ports/ports.ts';
import type { TaskName } from '../../application/tasks/tasks.ts';
import type { AgentPresence } from '../../domain/model/agent.ts';
import type { ContactFacts } from '../../domain/model/contact-facts.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { AgentIdentity } from '../phone-network/agent.ts';
import type { Behaviour } from '../phone-network/behaviour.ts';
import type { ContactEventType } from '../phone-network/call.ts';
import type { EventFaults } from '../phone-network/delivery.ts';
import type { Weights } from './classify.ts';
import type { FaultPoint } from './crashing-ports.ts';

/** Chances, 0 to 1, of what goes wrong. */
export interface SimulationFaults extends EventFaults {
  /** A queue or the bus hands a job out twice. */
  readonly redelivered?: number;
  /** A function is killed right after one of its writes or calls. */
  readonly killed?: number;
  /** Fault points after which no function is killed. */
  readonly exempt?: readonly FaultPoint[];
  /** Connect placed a call and its answer is lost. */
  readonly answerLost?: number;
}

/** Whose call a contact is. */
export interface CallOrigin {
  readonly campaign: string;
  readonly direction: 'outbound' | 'inbound' | 'follow-up' | 'survey';
}

/** Receives the events of the telephone network as they happen. */
interface Watcher {
  contact(facts: ContactFacts, type: ContactEventType, origin: CallOrigin): void;
  agent(presence: AgentPresence, now: Instant): void;
}

export interface SimulationOptions {
  readonly definitions: Definitions;
  readonly start: Instant;
  readonly seed: number | string;
  /** Those of the definitions when missing. */
  readonly agents?: readonly AgentIdentity[];
  readonly behaviour?: Behaviour;
  readonly weights?: Weights;
  readonly faults?: SimulationFaults;
  /**
   * Wraps the ports of a task, e.g. to kill it at a certain point.
   * @param standsFor runs of the task on AWS that this one stands for: 1, or more where the others
   * would have found nothing to do
   */
  readonly portsFor?: (task: TaskName, ports: Ports, standsFor: number) => Ports;
  /**
   * Of ticks that would find nothing to do one in so many is run, to count what they use; none when
   * missing.
   */
  readonly idleTicksSampled?: number;
  /** Checks every input against the catalogue, as the edges do; on when missing. */
  readonly checked?: boolean;
  readonly watch?: Watcher;
  /**
   * false: what is over is forgotten, so that a long run of a long list needs little memory; true
   * when missing.
   */
  readonly keepsHistory?: boolean;
}
