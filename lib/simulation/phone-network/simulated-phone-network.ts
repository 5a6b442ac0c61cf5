// The telephone network: calls from the request to the end of the wrap-up, and who is on the line.
import type { ContactFacts } from '../../domain/model/contact-facts.ts';
import { agentId, type ContactId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import { instant } from '../../domain/model/instant.ts';
import type { Random } from '../random.ts';
import type { Agent, ShownPresence } from './agent.ts';
import type { Arrival } from './arrivals.ts';
import type { Call, ContactEventType, DialCommand, QueueWait } from './call.ts';
import { BY_HAND, isLive, LISTENING, newCall, stopTimers } from './call.ts';
import { CallDistributor } from './call-distributor.ts';
import type { Reply } from './callee.ts';
import { isInService, replyTo } from './callee.ts';
import type { SimulatedCaller } from './caller.ts';
import { randomCaller } from './caller.ts';
import { classifying } from './classifying.ts';
import { contactIds } from './contact-ids.ts';
import { faultyDelivery } from './delivery.ts';
import { DETECTED_FAILURE, DETECTION } from './detection.ts';
import type { PhysicalCall } from './ground-truth.ts';
import { GroundTruth } from './ground-truth.ts';
import { localHours } from './local-hour.ts';
import type { PhoneNetwork, PhoneNetworkOptions, PhoneNetworkStats } from './phone-network.ts';
import { Queueing } from './queueing.ts';
import { Seat } from './seat.ts';
import { queueOrRelease } from './when-answered.ts';

export function createPhoneNetwork(options: PhoneNetworkOptions): PhoneNetwork {
  return new SimulatedPhoneNetwork(options);
}

/** Milliseconds for which a call that is over can still be asked about. */
const REMEMBERED = 3_600_000;
class SimulatedPhoneNetwork implements PhoneNetwork {
  private readonly options: PhoneNetworkOptions;
  private readonly people: Random;
  private readonly nextContactId: () => ContactId;
  private readonly localHour: (at: number) => number;
  private readonly deliver: (facts: ContactFacts, type: ContactEventType) => void;
  private readonly distributor: CallDistributor;
  private readonly queueing: Queueing;
  private readonly truth = new GroundTruth();
  private readonly byContact = new Map<ContactId, Call>();
  private readonly byToken = new Map<string, Call>();

  constructor(options: PhoneNetworkOptions) {
    const { clock, random, behaviour, events, faults } = options;
    this.options = options;
    this.people = random.fork('people');
    this.nextContactId = contactIds(random.fork('contacts'));
    this.localHour = localHours(behaviour.timeZone);
    this.deliver = faultyDelivery(events.contact, faults, clock, random.fork('delivery'));
    this.distributor = new CallDistributor(options.agents, {
      clock,
      random,
      queues: options.queues,
      behaviour: behaviour.agents,
      byHand: options.byHand ?? (() => false),
      wrapUpOf: options.wrapUpOf ?? (() => behaviour.agents.wrapUpLimit),
      events: {
        presence: (presence) => events.agent(presence),
        connected: (call) => this.connected(call),
        classified: (call, roll) => options.classify(classifying(call, roll)),
        wrapUpEnded: (call) => this.completed(call, { wrapUpEnded: this.now() }),
      },
    });
    this.queueing = new Queueing({
      clock,
      distributor: this.distributor,
      queues: options.queues,
      publish: (call, type, facts) => this.publish(call, type, facts),
      end: (call, reason) => this.end(call, reason),
    });
  }

  dial(command: DialCommand): ContactId {
    const earlier = this.byToken.get(command.token);
    if (earlier && isLive(earlier)) return earlier.contact;
    const contact = this.nextContactId();
    const call: Call = {
      ...newCall(contact, command, this.now()),
      direction: 'outbound',
      reply: this.replyTo(command),
    };
    this.truth.started(call);
    this.byContact.set(contact, call);
    this.byToken.set(command.token, call);
    this.publish(call, 'INITIATED', { initiated: this.now() });
    this.after(call, call.reply.after, () => this.replied(call));
    return contact;
  }

  receive(
    { from, caller }: Pick<Arrival, 'from' | 'caller'>,
    attributes: DialCommand['attributes'] = {},
  ): ContactId {
    const contact = this.nextContactId();
    const command = { ...LISTENING, attributes, token: contact, phone: from ?? '' };
    const call = this.onTheLine(contact, command, 'inbound', caller);
    this.truth.arrived(call);
    this.connectedToSystem(call);
    return contact;
  }

  follow(previous: ContactId): ContactId {
    const before = this.byContact.get(previous);
    const caller = this.callerOf(previous);
    if (!before || !caller) throw new Error(`there is no contact ${previous} to follow`);
    const contact = this.nextContactId();
    const command = { ...before.command, token: contact };
    const call = this.onTheLine(contact, command, 'follow-up', caller);
    this.connectedToSystem(call);
    return contact;
  }

  setStatus(agentArn: string, status: string | undefined): boolean {
    return this.distributor.setStatus(agentArn, status);
  }

  seat(id: string): Seat | undefined {
    const agent = this.distributor.agent(id);
    return (
      agent &&
      new Seat(agent, {
        distributor: this.distributor,
        end: (call, reason) => this.end(call, reason),
        talksOn: (call) => this.talksOn(call),
        transfer: (call, queue, to) => this.transfer(call, queue, to),
        transferOutside: (call) => this.transferOutside(call),
        call: (who, phone) => this.callByHand(who, phone),
      })
    );
  }

  /** The customer goes on as a contact of its own that waits in the queue. */
  private transfer(before: Call, queue: string, agent: string | undefined): ContactId | undefined {
    const call = this.goesOn(before);
    if (call) this.queueing.enqueue(call, queue, agent === undefined ? {} : { agent });
    return call?.contact;
  }

  /** The customer talks with somebody outside, for as long as they would have talked here. */
  private transferOutside(before: Call): ContactId | undefined {
    const call = this.goesOn(before);
    if (call) this.after(call, call.caller?.talk ?? 0, () => this.end(call, 'CUSTOMER_DISCONNECT'));
    return call?.contact;
  }

  private callByHand(agent: Agent, phone: string): ContactId {
    const contact = this.nextContactId();
    const command = { ...BY_HAND, token: contact, phone, attributes: {} };
    const call: Call = {
      ...newCall(contact, command, this.now()),
      ...{ direction: 'outbound', byAgent: true, agent: agentId(agent.identity.id) },
      reply: this.replyTo(command),
    };
    this.truth.started(call);
    this.byContact.set(contact, call);
    agent.call = call;
    this.distributor.turn(agent, 'talking');
    this.publish(call, 'INITIATED', { initiated: this.now() });
    this.after(call, call.reply.after, () => this.replied(call));
    return contact;
  }

  private goesOn(before: Call): Call | undefined {
    const caller = this.callerOf(before.contact);
    if (caller === undefined) return undefined;
    const contact = this.nextContactId();
    const { agent: _, ...command } = before.command;
    const call = this.onTheLine(contact, { ...command, token: contact }, 'follow-up', caller);
    this.truth.staysOnLine(call);
    this.end(before, 'TRANSFERRED');
    this.connectedToSystem(call);
    return call;
  }

  enqueue(contact: ContactId, queue: string, wait: QueueWait = {}): void {
    const call = this.byContact.get(contact);
    if (call) this.queueing.enqueue(call, queue, wait);
  }

  requeue(contact: ContactId, queue: string, wait: QueueWait = {}): boolean {
    const call = this.byContact.get(contact);
    return call !== undefined && this.queueing.requeue(call, queue, wait);
  }

  reorder(contact: ContactId, by: Pick<QueueWait, 'priority' | 'ageSeconds'>): boolean {
    const call = this.byContact.get(contact);
    if (call === undefined || !isLive(call)) return false;
    this.queueing.reorder(call, by);
    return true;
  }

  withdraw(contact: ContactId): boolean {
    const call = this.byContact.get(contact);
    return call !== undefined && this.queueing.withdraw(call);
  }

  waitingIn(queue: string): number {
    return this.distributor.waitingIn(queue);
  }

  callerOf(contact: ContactId): SimulatedCaller | undefined {
    const call = this.byContact.get(contact);
    if (call?.reply.kind !== 'picks-up') return undefined;
    // who is busy with the keys does not think of hanging up
    call.losesPatience?.();
    delete call.losesPatience;
    const random = this.people.fork(`caller/${contact}`);
    call.caller ??= randomCaller(this.options.behaviour.callers, random);
    return call.caller;
  }

  isEngaged(phone: string): boolean {
    return this.truth.isEngaged(phone);
  }

  contactOf(agent: string): ContactId | undefined {
    return this.distributor.callOf(agent)?.contact;
  }

  arrivals(): Iterable<PhysicalCall> {
    return this.truth.allArrivals();
  }

  hangUp(contact: ContactId, reason: string): void {
    const call = this.byContact.get(contact);
    if (call) this.end(call, reason);
  }

  describe(contact: ContactId): ContactFacts | undefined {
    return this.byContact.get(contact)?.facts;
  }

  directionOf(contact: ContactId): Call['direction'] | undefined {
    return this.byContact.get(contact)?.direction;
  }

  commandOf(contact: ContactId): DialCommand | undefined {
    return this.byContact.get(contact)?.command;
  }

  agents(): readonly ShownPresence[] {
    return this.distributor.presences();
  }

  callsTo(phone: string): readonly PhysicalCall[] {
    return this.truth.callsTo(phone);
  }

  calls(): Iterable<PhysicalCall> {
    return this.truth.all();
  }

  stats(): PhoneNetworkStats {
    const agents = this.distributor.times();
    const times = Object.values(agents);
    const staffed = times.reduce((sum, time) => sum + time.staffed, 0);
    const busy = times.reduce((sum, time) => sum + time.talking + time.wrapUp, 0);
    return { ...this.truth.totals(), agents, utilisation: staffed === 0 ? 0 : busy / staffed };
  }

  startShift(agents?: readonly string[]): void {
    this.distributor.startShift(agents);
  }

  logOut(agents?: readonly string[]): void {
    this.distributor.logOut(agents);
  }

  private onTheLine(
    contact: ContactId,
    command: DialCommand,
    direction: Call['direction'],
    caller: SimulatedCaller,
  ): Call {
    const { patience, talk, endsTalk: hangsUp } = caller;
    const call: Call = {
      ...newCall(contact, command, this.now()),
      direction,
      caller,
      phase: 'with-system',
      reply: { kind: 'picks-up', after: 0, by: 'person', patience, talk, hangsUp },
    };
    this.byContact.set(contact, call);
    return call;
  }

  private connectedToSystem(call: Call): void {
    this.publish(call, 'INITIATED', { initiated: this.now() });
    this.publish(call, 'CONNECTED_TO_SYSTEM', { connectedToSystem: this.now() });
  }

  /** What the mobile network tells a provider of HLR checks. */
  isInService(phone: string): boolean {
    return isInService(phone, this.options.behaviour, this.people);
  }

  /** Someone already on a call is busy for every other caller. */
  private replyTo({ phone, ringFor }: DialCommand): Reply {
    if (this.truth.isEngaged(phone)) return { kind: 'fails', after: 2000, reason: 'TELECOM_BUSY' };
    const earlier = this.truth.callsBefore(phone);
    const localHour = this.localHour(this.now());
    return replyTo({ phone, earlier, localHour, ringFor }, this.options.behaviour, this.people);
  }

  private replied(call: Call): void {
    const { reply, command } = call;
    const detection = command.machineDetection ?? this.options.behaviour.machineDetection;
    if (reply.kind === 'fails') {
      const machineDetection = DETECTED_FAILURE[reply.reason];
      this.end(call, reply.reason, detection ? { machineDetection } : {});
      return;
    }
    call.phase = 'with-system';
    this.publish(call, 'CONNECTED_TO_SYSTEM', { connectedToSystem: this.now() });
    if (call.byAgent) {
      this.connected(call);
      return;
    }
    const patience = this.now() + reply.patience;
    call.losesPatience = this.options.clock.at(patience, () =>
      this.end(call, 'CUSTOMER_DISCONNECT'),
    );
    if (!detection) this.answered(call);
    else this.after(call, DETECTION[reply.by] * 1000, () => this.detected(call, reply.by));
  }

  private detected(call: Call, by: 'person' | 'machine'): void {
    const machineDetection = by === 'person' ? 'HUMAN_ANSWERED' : 'VOICEMAIL_BEEP';
    call.facts = { ...call.facts, machineDetection };
    this.answered(call);
  }

  private answered(call: Call): void {
    const { contact, command, facts } = call;
    const { machineDetection } = facts;
    const flow = this.options.whenAnswered ?? queueOrRelease;
    flow({ contact, command, machineDetection }, this);
  }

  private connected(call: Call): void {
    const { agent, reply } = call;
    if (agent === undefined || reply.kind !== 'picks-up') return;
    stopTimers(call);
    call.phase = 'talking';
    this.publish(call, 'CONNECTED_TO_AGENT', { connectedToAgent: this.now(), agent });
    this.talksOn(call);
  }

  /** Until one of them hangs up; when a person does, nobody knows before. */
  private talksOn(call: Call): void {
    const { reply, facts } = call;
    if (reply.kind !== 'picks-up' || call.phase !== 'talking') return;
    stopTimers(call);
    if (!reply.hangsUp && this.distributor.agent(call.agent ?? '')?.isPerson) return;
    const reason = reply.hangsUp ? 'CUSTOMER_DISCONNECT' : 'AGENT_DISCONNECT';
    const until = (facts.connectedToAgent ?? this.now()) + reply.talk;
    this.after(call, Math.max(0, until - this.now()), () => this.end(call, reason));
  }

  private end(call: Call, disconnectReason: string, also: Partial<ContactFacts> = {}): void {
    if (!isLive(call)) return;
    stopTimers(call);
    const talked = call.phase === 'talking';
    call.phase = talked ? 'wrap-up' : 'over';
    this.publish(call, 'DISCONNECTED', { ...also, disconnected: this.now(), disconnectReason });
    if (!talked) this.completed(call, {});
    this.distributor.ended(call);
  }

  private completed(call: Call, facts: Partial<ContactFacts>): void {
    call.phase = 'over';
    this.publish(call, 'COMPLETED', facts);
    if (this.options.keepsCalls === false) {
      this.options.clock.at(this.now() + REMEMBERED, () => this.forget(call));
    }
  }

  private forget(call: Call): void {
    this.byContact.delete(call.contact);
    this.byToken.delete(call.command.token);
    this.truth.forget(call);
  }

  private publish(call: Call, type: ContactEventType, facts: Partial<ContactFacts>): void {
    call.facts = { ...call.facts, ...facts };
    this.options.events.happened?.(call.facts, type);
    this.deliver(call.facts, type);
  }

  private after(call: Call, milliseconds: number, run: () => void): void {
    call.timers.push(this.options.clock.at(this.now() + milliseconds, run));
  }

  private now(): Instant {
    return instant(this.options.clock.now());
  }
}
