// An agent's desk as a person finds it: what chance decides for the others they decide themselves.
// Commands that make no sense as things stand answer false and do nothing: a second press, or one
// that comes after the customer has hung up.
import type { ContactId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { Agent, SimulatedActivity } from './agent.ts';
import type { Call } from './call.ts';
import type { CallDistributor } from './call-distributor.ts';

interface Network {
  readonly distributor: CallDistributor;
  readonly end: (call: Call, reason: string) => void;
  /** Chance or a person ends the talk from now on. */
  readonly talksOn: (call: Call) => void;
  readonly transfer: (
    call: Call,
    queue: string,
    agent: string | undefined,
  ) => ContactId | undefined;
  readonly transferOutside: (call: Call) => ContactId | undefined;
  readonly call: (agent: Agent, phone: string) => ContactId;
}

export interface SeatView {
  readonly doing: SimulatedActivity;
  readonly since: Instant;
  /** Of the break they are on, or that follows the contact. */
  readonly breakName: string | undefined;
  /** What follows the contact. */
  readonly next: 'break' | 'offline' | undefined;
  readonly isOnHold: boolean;
  readonly contact: ContactId | undefined;
}

export class Seat {
  private readonly agent: Agent;
  private readonly network: Network;

  constructor(agent: Agent, network: Network) {
    this.agent = agent;
    this.network = network;
  }

  get identity() {
    return this.agent.identity;
  }

  /** Whether a person sits there. */
  get isTaken(): boolean {
    return this.agent.isPerson;
  }

  view(): SeatView {
    const { doing, since, breakName, requested, isOnHold, call } = this.agent;
    return { doing, since, breakName, next: requested, isOnHold, contact: call?.contact };
  }

  /** A person sits down: the simulated agent does nothing by themselves any more. */
  take(): void {
    if (this.agent.isPerson) return;
    this.network.distributor.seat(this.agent);
    this.handOverTalk();
  }

  /** They get up, and the simulated agent goes on. */
  leave(): void {
    if (!this.agent.isPerson) return;
    this.network.distributor.unseat(this.agent);
    this.handOverTalk();
  }

  become(wanted: 'free' | 'break' | 'offline', breakName?: string): void {
    this.network.distributor.become(this.agent, wanted, breakName);
  }

  accept(): boolean {
    return this.network.distributor.accept(this.agent);
  }

  reject(): boolean {
    return this.network.distributor.reject(this.agent);
  }

  hold(isOnHold: boolean): boolean {
    return this.network.distributor.hold(this.agent, isOnHold);
  }

  hangUp(): boolean {
    const { call, doing } = this.agent;
    if (call === undefined || doing !== 'talking') return false;
    this.network.end(call, 'AGENT_DISCONNECT');
    return true;
  }

  /**
   * Hands the customer on to a queue, or to an agent who then has a queue of their own.
   * @returns the contact that goes on; undefined: there is no call
   */
  transfer(queue: string, agent?: string): ContactId | undefined {
    const { call, doing } = this.agent;
    if (call === undefined || doing !== 'talking') return undefined;
    return this.network.transfer(call, queue, agent);
  }

  /** Hands the customer on to a number outside, which always answers. */
  transferOutside(): ContactId | undefined {
    const { call, doing } = this.agent;
    if (call === undefined || doing !== 'talking') return undefined;
    return this.network.transferOutside(call);
  }

  /** Calls a number of the agent's own choice. @returns undefined: they are busy, or not there */
  call(phone: string): ContactId | undefined {
    if (this.agent.isBusy() || this.agent.doing === 'offline') return undefined;
    return this.network.call(this.agent, phone);
  }

  /** The wrap-up is over. */
  finish(): boolean {
    return this.network.distributor.finishWrapUp(this.agent);
  }

  private handOverTalk(): void {
    const { call, doing } = this.agent;
    if (call !== undefined && doing === 'talking') this.network.talksOn(call);
  }
}
