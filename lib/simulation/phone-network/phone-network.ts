// What the simulation and the local Amazon Connect ask of a telephone network with people in it:
// callees who pick up or do not, agents who talk and wrap up. It knows contacts and agents, nothing
// of records, ports or AWS.
import type { ContactFacts } from '../../domain/model/contact-facts.ts';
import type { ContactId } from '../../domain/model/ids.ts';
import type { Random } from '../random.ts';
import type { Scheduler } from '../virtual-clock.ts';
import type { AgentIdentity, AgentTime, ShownPresence } from './agent.ts';
import type { Arrival } from './arrivals.ts';
import type { Behaviour } from './behaviour.ts';
import type { Call, ContactEventType, DialCommand, QueueWait } from './call.ts';
import type { QueueSetup } from './call-distributor.ts';
import type { SimulatedCaller } from './caller.ts';
import type { Classifying } from './classifying.ts';
import type { EventFaults } from './delivery.ts';
import type { CallTotals, PhysicalCall } from './ground-truth.ts';
import type { Seat } from './seat.ts';

/** A contact whose callee picked up: a flow decides what happens to it. */
export interface AnsweredContact {
  readonly contact: ContactId;
  readonly command: DialCommand;
  /** Connect's answering-machine verdict, when detection is on. */
  readonly machineDetection?: string;
}

export interface PhoneNetworkOptions {
  readonly clock: Scheduler;
  readonly random: Random;
  readonly agents: readonly AgentIdentity[];
  readonly queues: Readonly<Record<string, QueueSetup>>;
  readonly behaviour: Behaviour;
  /** Whether the agent answers calls by hand (CAM-3); none do if missing. */
  readonly byHand?: (agentArn: string) => boolean;
  /**
   * Seconds after which the wrap-up of a person who is an agent ends by itself, 0: never; that of
   * the behaviour if missing.
   */
  readonly wrapUpOf?: (agentArn: string) => number;
  /** Runs the contact's flow; without it a person is queued and a detected machine released. */
  readonly whenAnswered?: (answered: AnsweredContact, network: PhoneNetwork) => void;
  readonly events: {
    /** Everything that happens to a contact, at once and whatever the faults. */
    happened?(facts: ContactFacts, type: ContactEventType): void;
    contact(facts: ContactFacts, type: ContactEventType): void;
    agent(presence: ShownPresence): void;
  };
  classify(classifying: Classifying): void;
  readonly faults?: EventFaults;
  /**
   * false: calls are forgotten some time after they are over, but for the totals; true when
   * missing.
   */
  readonly keepsCalls?: boolean;
}

export interface PhoneNetworkStats extends CallTotals {
  readonly agents: Readonly<Record<string, AgentTime>>;
  /** Share of staffed time in talk and wrap-up, 0 to 1. */
  readonly utilisation: number;
}

export interface PhoneNetwork {
  /**
   * Starts a call; a repeated token returns its contact while that lives, and calls again
   * afterwards, as Connect does.
   */
  dial(command: DialCommand): ContactId;
  /** Receives a call; the caller hears the system at once. */
  receive(
    arrival: Pick<Arrival, 'from' | 'caller'>,
    attributes?: DialCommand['attributes'],
  ): ContactId;
  /** A contact of its own for a caller whose agent has left. */
  follow(previous: ContactId): ContactId;
  enqueue(contact: ContactId, queue: string, wait?: QueueWait): void;
  /** Moves a waiting contact to another queue; false while an agent is being rung. */
  requeue(contact: ContactId, queue: string, wait?: QueueWait): boolean;
  /** Moves a contact forward or back among those who wait; false when it is over. */
  reorder(contact: ContactId, by: Pick<QueueWait, 'priority' | 'ageSeconds'>): boolean;
  /** The contact waits no longer: false while an agent is being rung. */
  withdraw(contact: ContactId): boolean;
  waitingIn(queue: string): number;
  /**
   * The person on the line, who reacts when a flow asks and does not lose patience while answering.
   */
  callerOf(contact: ContactId): SimulatedCaller | undefined;
  isEngaged(phone: string): boolean;
  /** Whether the number exists, as the network tells without a call. */
  isInService(phone: string): boolean;
  /** The contact an agent is busy with. */
  contactOf(agent: string): ContactId | undefined;
  /** What somebody can do who sits at the agent's desk; undefined: there is no such agent. */
  seat(agent: string): Seat | undefined;
  /** Every call that came in, follow-ups aside. */
  arrivals(): Iterable<PhysicalCall>;
  /** Ends a contact from inside, e.g. by its flow. @param reason in Connect's words */
  hangUp(contact: ContactId, reason: string): void;
  describe(contact: ContactId): ContactFacts | undefined;
  directionOf(contact: ContactId): Call['direction'] | undefined;
  /** What the contact was started with. */
  commandOf(contact: ContactId): DialCommand | undefined;
  agents(): readonly ShownPresence[];
  /** Every physical call to the number. */
  callsTo(phone: string): readonly PhysicalCall[];
  calls(): Iterable<PhysicalCall>;
  stats(): PhoneNetworkStats;
  /** @param agents ids; everybody when missing */
  startShift(agents?: readonly string[]): void;
  logOut(agents?: readonly string[]): void;
  /**
   * Sets the agent's status from outside, at once or after the contact they have; undefined: there
   * for calls.
   * @returns whether there is such an agent
   */
  setStatus(agentArn: string, status: string | undefined): boolean;
}
