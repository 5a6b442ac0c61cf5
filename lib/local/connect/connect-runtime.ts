// Joins three things that know nothing of each other: Connect's API (contacts, flows, queues of the
// template), the simulated telephone network (who picks up, which agent is free) and the flow
// interpreter. What happens is published as Connect publishes it: contact events on the default
// bus, agent events on the instance's stream.
import type { ContactFacts } from '../../domain/model/contact-facts.ts';
import type { ContactId } from '../../domain/model/ids.ts';
import { contactId } from '../../domain/model/ids.ts';
import { newContact } from '../../simulation/connect/contact.ts';
import { FlowRunner, outboundCallStatus } from '../../simulation/connect/flow-runner.ts';
import type { ShownPresence } from '../../simulation/phone-network/agent.ts';
import type { Arrival } from '../../simulation/phone-network/arrivals.ts';
import type { AgentBehaviour, Behaviour } from '../../simulation/phone-network/behaviour.ts';
import { drawDuration } from '../../simulation/phone-network/callee.ts';
import type { Classifying } from '../../simulation/phone-network/classifying.ts';
import type { EventFaults } from '../../simulation/phone-network/delivery.ts';
import type { PhoneNetwork } from '../../simulation/phone-network/phone-network.ts';
import { createPhoneNetwork } from '../../simulation/phone-network/simulated-phone-network.ts';
import type { Random } from '../../simulation/random.ts';
import type { Cloud } from '../cloud.ts';
import { AwsError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import {
  agentEvent,
  CONTACT_EVENT,
  contactDescription,
  contactEventDetail,
  userData,
} from './connect-events.ts';
import type { ConnectContact, ConnectFlow, ConnectInstance } from './connect-instance.ts';
import { attributesOf, stableId } from './connect-instance.ts';
import { Desks } from './desks.ts';
import { instanceFlowHost } from './instance-flow-host.ts';

export interface StaffedAgent {
  /** User name. */
  readonly id: string;
  /** Routing profile's name. */
  readonly profile: string;
  readonly skills?: readonly string[];
}

export interface ConnectRuntimeOptions {
  readonly agents: readonly StaffedAgent[];
  readonly behaviour: Behaviour;
  readonly random: Random;
  readonly faults?: EventFaults;
  /**
   * Called when an agent has decided how a contact ended; does what the agent's desktop would do.
   */
  readonly classify: (classifying: Classifying) => void;
}

export interface StartedCall {
  readonly flow: ConnectFlow;
  readonly phone: string;
  readonly callerId: string | undefined;
  readonly token: string | undefined;
  readonly ringSeconds: number;
  readonly machineDetection: boolean;
  readonly attributes: Record<string, string>;
}

/** Simulated ms between something happening in Connect and the news of it. */
const LAG = { contact: 300, completed: 2000, agent: 200 } as const;
/** How often the agents look whether their shift begins or ends, ms. */
const SHIFT_CHECK = 60_000;

export class ConnectRuntime {
  private readonly instance: ConnectInstance;
  private readonly cloud: Cloud;
  private flows: FlowRunner | undefined;
  private readonly presences = new Map<string, ShownPresence>();
  private readonly startedBy = new Map<string, StartedCall>();
  private readonly talking = new Set<string>();
  private holding: { readonly holds: AgentBehaviour['holds']; readonly random: Random } | undefined;
  private network: PhoneNetwork | undefined;
  /** For people who are one of the agents. */
  readonly desks: Desks;
  private readonly working = new Set<string>();
  private readonly listeners = new Set<(agent: string) => void>();
  private tokens = 0;
  private events = 0;

  constructor(instance: ConnectInstance, cloud: Cloud) {
    this.instance = instance;
    this.cloud = cloud;
    this.desks = new Desks({
      instance,
      network: () => this.network,
      flows: () => this.flows,
      isWorking: (profile) => this.working.has(profile),
    });
  }

  /** Creates the simulated agents and callees; calls are possible only after this. */
  open(setup: ConnectRuntimeOptions): PhoneNetwork {
    const { instance, cloud } = this;
    const groupsOf = (queueArn: string) =>
      [...instance.profiles.values()]
        .filter((profile) => profile.queueArns.includes(queueArn))
        .map((profile) => profile.group);
    for (const { id: name } of setup.agents) {
      const { id, arn } = instance.nameThing('agent', name);
      instance.users.set(id, { id, arn, name });
    }
    const random = setup.random.fork('flows');
    const host = instanceFlowHost(instance, cloud, { random, callers: setup.behaviour.callers });
    this.flows = new FlowRunner(host);
    this.holding = { holds: setup.behaviour.agents.holds, random: setup.random.fork('holds') };
    const queues = [...instance.queues.values()].map(({ arn }) => [arn, { groups: groupsOf(arn) }]);
    const network = createPhoneNetwork({
      clock: cloud.time,
      random: setup.random,
      agents: setup.agents.map(({ id, profile, skills = [] }) => ({
        skills,
        id,
        group: profile,
        arn: instance.nameThing('agent', id).arn,
      })),
      queues: Object.fromEntries(queues),
      behaviour: setup.behaviour,
      byHand: (agentArn) => !instance.phoneOf(agentArn).AutoAccept,
      wrapUpOf: (agentArn) => instance.phoneOf(agentArn).AfterContactWorkTimeLimit,
      faults: setup.faults,
      whenAnswered: ({ contact, machineDetection }) => this.answered(contact, machineDetection),
      events: {
        contact: (facts, type) => this.publishContactEvent(facts, type),
        agent: (presence) => this.publishAgentEvent(presence),
      },
      // an IVR may have found another record than the call began with
      classify: (classifying) => {
        // who had the call first classifies it (CAM-17)
        if (instance.contacts.get(classifying.contact)?.initiationMethod === 'TRANSFER') return;
        setup.classify({ ...classifying, attributes: this.attributes(classifying) });
      },
    });
    this.network = network;
    this.staff(network, setup.agents);
    return network;
  }

  start(call: StartedCall): string {
    const network = this.openNetwork();
    const token = call.token ?? `no-token-${++this.tokens}`;
    const agent = [...this.presences.values()].find(({ arn }) => arn === call.attributes.agentArn);
    const id = network.dial({
      token,
      phone: call.phone,
      queue: call.attributes.queueArn ?? '',
      ringFor: call.ringSeconds,
      machineDetection: call.machineDetection,
      agent: agent?.agent,
      attributes: call.attributes,
    });
    const { phone, callerId: ownNumber, attributes } = call;
    if (!this.instance.contacts.has(id))
      this.instance.contacts.set(id, {
        id,
        phone,
        ownNumber,
        attributes,
        initiationMethod: 'API',
        recordings: [],
      });
    this.startedBy.set(id, call);
    return id;
  }

  /** Receives a call to one of our numbers; undefined if no flow answers it. */
  ring({ from, to, caller }: Arrival): ContactId | undefined {
    const { instance } = this;
    const number = [...instance.numbers.values()].find((own) => own.number === to);
    if (!number) throw new AwsError('ResourceNotFoundException', `no number ${to}`, 404);
    // who is on the telephone with us does not dial us
    if (number.flow === undefined || (from !== undefined && this.openNetwork().isEngaged(from)))
      return undefined;
    const flow = instance.find(instance.flows, number.flow, 'contact flow');
    const id = this.openNetwork().receive({ from, caller });
    this.begin(flow, {
      id,
      phone: from,
      ownNumber: to,
      attributes: {},
      recordings: [],
      initiationMethod: 'INBOUND',
    });
    return id;
  }

  /** Who is told of an agent whose state or call has changed. */
  listen(listener: (agent: string) => void): void {
    this.listeners.add(listener);
  }

  private begin(flow: ConnectFlow, contact: ConnectContact): void {
    this.instance.contacts.set(contact.id, contact);
    // the network has to know the contact before its flow runs
    this.cloud.time.after(0, () => this.run(flow, contact));
  }

  private run(
    { content, ...flow }: ConnectFlow,
    connectContact: ConnectContact,
    machineDetection?: string,
  ): void {
    const { id, phone, ownNumber, attributes, initiationMethod, previous } = connectContact;
    // a call that went on outside meets no flow any more, nor one that an agent dialed
    if (initiationMethod === 'EXTERNAL_OUTBOUND' || initiationMethod === 'OUTBOUND') return;
    const status = machineDetection && outboundCallStatus(machineDetection);
    const contact = newContact({
      contactId: id,
      initiationMethod,
      attributes,
      instanceArn: this.instance.arn,
      region: this.cloud.location.region,
      customerNumber: phone,
      systemNumber: ownNumber,
      outboundCallStatus: status || undefined,
      ...(previous && { previousContactId: previous, initialContactId: previous }),
    });
    connectContact.flow = contact;
    const hosted = { ...flow, content: JSON.parse(content) };
    this.flows?.run(hosted, contact, this.openNetwork());
  }

  private attributes({ contact, attributes }: Classifying) {
    const known = this.instance.contacts.get(contact);
    return known ? attributesOf(known) : attributes;
  }

  /** The agent has left and the caller stays, if a flow is there for that. */
  private startFollowUp(facts: ContactFacts): void {
    const contact = this.instance.contacts.get(facts.contact);
    const hook = contact?.flow?.hooks.get('CustomerRemaining');
    if (!contact || hook === undefined || facts.disconnectReason !== 'AGENT_DISCONNECT') return;
    const flow = this.instance.find(this.instance.flows, hook, 'contact flow');
    const id = this.openNetwork().follow(facts.contact);
    const { phone, ownNumber } = contact;
    this.begin(flow, {
      id,
      phone,
      ownNumber,
      attributes: attributesOf(contact),
      recordings: [],
      initiationMethod: 'DISCONNECT',
      previous: contact.id,
    });
  }

  /** Moves the contact forward or back in its queue; it keeps that position in later queues. */
  reorder(id: string, by: { readonly priority?: number; readonly ageSeconds?: number }): void {
    const contact = this.instance.find(this.instance.contacts, id, 'contact');
    if (!this.openNetwork().reorder(contactId(id), by))
      throw new AwsError('ResourceNotFoundException', `contact ${id} has ended`, 404);
    const { flow } = contact;
    if (flow === undefined) return;
    flow.priority = by.priority ?? flow.priority;
    flow.ageSeconds += by.ageSeconds ?? 0;
  }

  /** An agent who is not there keeps what they are. */
  setStatus(agentArn: string, status: string | undefined): void {
    this.network?.setStatus(agentArn, status);
  }

  describe(id: string): JsonObject {
    const contact = this.instance.find(this.instance.contacts, id, 'contact');
    const facts = this.openNetwork().describe(contactId(id)) ?? { contact: contactId(id) };
    const last = (arn: string | undefined) => arn?.slice(arn.lastIndexOf('/') + 1);
    const agentArn = this.agentArn(facts);
    return contactDescription(this.instance, contact, facts, last(agentArn), last(facts.queue));
  }

  private openNetwork(): PhoneNetwork {
    if (!this.network)
      throw new AwsError(
        'InternalServiceException',
        'the simulation has no agents or callees yet; call open() first',
        500,
      );
    return this.network;
  }

  private answered(id: ContactId, machineDetection: string | undefined): void {
    const call = this.startedBy.get(id);
    const contact = this.instance.contacts.get(id);
    if (call && contact) this.run(call.flow, contact, machineDetection);
  }

  private publishContactEvent(facts: ContactFacts, type: string): void {
    const { instance, cloud } = this;
    if (type === 'CONNECTED_TO_AGENT' || type === 'DISCONNECTED') {
      const contact = instance.contacts.get(facts.contact);
      if (contact) this.flows?.stop(facts.contact, type);
      if (contact && type === 'CONNECTED_TO_AGENT') this.startTalk(contact);
    }
    if (type === 'DISCONNECTED') cloud.time.after(0, () => this.startFollowUp(facts));
    const lag = type === 'COMPLETED' ? LAG.completed : LAG.contact;
    cloud.time.after(lag, () => {
      const contact = instance.find(instance.contacts, facts.contact, 'contact');
      const detail = contactEventDetail(instance, contact, facts, type, this.agentArn(facts));
      const resources = [
        instance.arn,
        `${instance.arn}/contact/${facts.contact}`,
        ...(facts.queue === undefined ? [] : [facts.queue]),
      ];
      const event = { source: 'aws.connect', detailType: CONTACT_EVENT, detail, resources };
      cloud.buses.putDefaultBusEvent(event);
    });
  }

  /**
   * With whispers at the beginning, and now and then on hold. Connect's events come twice, the
   * agent once.
   */
  private startTalk(contact: ConnectContact): void {
    if (this.talking.has(contact.id)) return;
    this.talking.add(contact.id);
    const { time } = this.cloud;
    const network = this.openNetwork();
    if (contact.flow) this.flows?.joined(contact.flow, network);
    const hold = this.holdOf(contact);
    if (hold === undefined) return;
    const goesOn = () => network.describe(contactId(contact.id))?.disconnected === undefined;
    time.after(hold.after, () => {
      if (contact.flow && goesOn()) this.flows?.hold(contact.flow, network);
      time.after(hold.last, () => this.flows?.resume(contactId(contact.id)));
    });
  }

  /** Milliseconds; where no flow is played on hold, nothing would come of it. */
  private holdOf({ id, flow }: ConnectContact) {
    const { holds, random } = this.holding ?? {};
    if (!holds || !random || !flow?.hooks.has('CustomerHold')) return undefined;
    const own = random.fork(id);
    if (own.next() >= holds.share) return undefined;
    return { after: drawDuration(own, holds.after), last: drawDuration(own, holds.last) };
  }

  private agentArn({ agent }: ContactFacts): string | undefined {
    return agent === undefined ? undefined : this.presences.get(agent)?.arn;
  }

  /** The agents as Connect would show them to whoever asks. */
  shownAgents() {
    return [...this.presences.values()].flatMap((presence) => {
      const profile = this.profileOf(presence.group);
      if (profile === undefined) return [];
      const busyWith = this.network?.contactOf(presence.agent);
      const contact = busyWith && this.instance.contacts.get(busyWith);
      const { activity } = presence;
      return [{ profile, activity, userData: userData(this.instance, profile, presence, contact) }];
    });
  }

  private profileOf(group: string) {
    return [...this.instance.profiles.values()].find((profile) => profile.group === group);
  }

  private publishAgentEvent(after: ShownPresence): void {
    const before = this.presences.get(after.agent);
    this.presences.set(after.agent, after);
    for (const listener of this.listeners) listener(after.agent);
    const stream = this.instance.agentEventStream;
    const profile = this.profileOf(after.group);
    if (stream === undefined || profile === undefined) return;
    const id = stableId(`agent-event/${++this.events}`);
    const busyWith = this.network?.contactOf(after.agent);
    const contact = busyWith && this.instance.contacts.get(busyWith);
    const event = agentEvent(this.instance, profile, { before, after, contact }, id);
    const data = JSON.stringify(event);
    const record = { partitionKey: after.agent, data };
    this.cloud.time.after(LAG.agent, () => this.cloud.kinesis.withArn(stream).put([record]));
  }

  /** Agents log in when one of their queues opens and out when the last closes. */
  private staff(network: PhoneNetwork, agents: readonly StaffedAgent[]): void {
    const { working } = this;
    const check = () => {
      for (const profile of this.instance.profiles.values()) {
        const open = profile.queueArns.some((arn) => this.isOpen(arn));
        const ids = agents.filter((agent) => agent.profile === profile.group).map(({ id }) => id);
        if (open === working.has(profile.id) || ids.length === 0) continue;
        if (open) working.add(profile.id);
        else working.delete(profile.id);
        if (open) network.startShift(ids);
        else network.logOut(ids);
      }
      this.cloud.time.after(SHIFT_CHECK, check, { background: true });
    };
    check();
  }

  private isOpen(queueArn: string): boolean {
    const { hoursArn } = this.instance.find(this.instance.queues, queueArn, 'queue');
    return this.instance.find(this.instance.hours, hoursArn, 'hours').isOpen(this.cloud.time.now());
  }
}
