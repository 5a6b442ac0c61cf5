// Joins three things that know nothing of each other: Connect's API (contacts, flows, queues of the template), the
// simulated world (who picks up, which agent is free) and the flow interpreter. What happens is told as Connect
// tells it: contact events on the default bus, agent events on the instance's stream.
import type { AgentPresence } from '../../domain/agent.ts';
import { type ContactId, contactId } from '../../domain/ids.ts';
import type { ContactFacts } from '../../domain/ports.ts';
import type { Random } from '../../simulation/random.ts';
import type { Behaviour } from '../../simulation/world/behaviour.ts';
import type { EventFaults } from '../../simulation/world/delivery.ts';
import { type Classifying, createWorld, type World } from '../../simulation/world/world.ts';
import type { Cloud } from '../cloud.ts';
import { AwsError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { agentEvent, CONTACT_EVENT, contactDescription, contactEventDetail } from './events.ts';
import { FlowRunner } from './flow-runner.ts';
import { type ConnectFlow, type ConnectInstance, stableId } from './instance.ts';

export interface StaffedAgent {
  /** User name. */
  readonly id: string;
  /** Routing profile's name. */
  readonly profile: string;
}

export interface NetworkSetup {
  readonly agents: readonly StaffedAgent[];
  readonly behaviour: Behaviour;
  readonly random: Random;
  readonly faults?: EventFaults;
  /** An agent decided how a contact ended; the product must be told as an agent's desktop would. */
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

export class PhoneNetwork {
  private readonly instance: ConnectInstance;
  private readonly cloud: Cloud;
  private readonly flows: FlowRunner;
  private readonly presences = new Map<string, AgentPresence>();
  private readonly startedBy = new Map<string, StartedCall>();
  private world: World | undefined;
  private tokens = 0;
  private events = 0;

  constructor(instance: ConnectInstance, cloud: Cloud) {
    this.instance = instance;
    this.cloud = cloud;
    this.flows = new FlowRunner(instance, cloud);
  }

  /** People the world with callees and agents; before that nobody can be called. */
  open(setup: NetworkSetup): World {
    const { instance, cloud } = this;
    const groupsOf = (queueArn: string) =>
      [...instance.profiles.values()]
        .filter((profile) => profile.queueArns.includes(queueArn))
        .map((profile) => profile.name);
    const queues = [...instance.queues.values()].map(({ arn }) => [arn, { groups: groupsOf(arn) }]);
    const world = createWorld({
      clock: cloud.time,
      random: setup.random,
      agents: setup.agents.map(({ id, profile }) => ({
        id,
        group: profile,
        arn: instance.nameThing('agent', id).arn,
      })),
      queues: Object.fromEntries(queues),
      behaviour: setup.behaviour,
      ...(setup.faults && { faults: setup.faults }),
      whenAnswered: ({ contact, machineDetection }) => this.answered(contact, machineDetection),
      events: {
        contact: (facts, type) => this.tellContact(facts, type),
        agent: (presence) => this.tellAgent(presence),
      },
      classify: setup.classify,
    });
    this.world = world;
    this.staff(world, setup.agents);
    return world;
  }

  start(call: StartedCall): string {
    const world = this.people();
    const token = call.token ?? `no-token-${++this.tokens}`;
    const agent = [...this.presences.values()].find(({ arn }) => arn === call.attributes.agentArn);
    const id = world.dial({
      token,
      phone: call.phone,
      queue: call.attributes.queueArn ?? '',
      ringFor: call.ringSeconds,
      machineDetection: call.machineDetection,
      ...(agent && { agent: agent.agent }),
      attributes: call.attributes,
    });
    const { phone, callerId, attributes } = call;
    if (!this.instance.contacts.has(id))
      this.instance.contacts.set(id, { id, token, phone, callerId, attributes });
    this.startedBy.set(id, call);
    return id;
  }

  /** User name of an agent by the last part of the ARN. */
  userName(id: string): string {
    const found = [...this.presences.values()].find(({ arn }) => arn.endsWith(`/${id}`));
    if (!found) throw new AwsError('ResourceNotFoundException', `user '${id}' not found`, 404);
    return found.agent;
  }

  describe(id: string): JsonObject {
    const contact = this.instance.find(this.instance.contacts, id, 'contact');
    const facts = this.people().describe(contactId(id)) ?? { contact: contactId(id) };
    const last = (arn: string | undefined) => arn?.slice(arn.lastIndexOf('/') + 1);
    const agentArn = this.agentArn(facts);
    return contactDescription(this.instance, contact, facts, last(agentArn), last(facts.queue));
  }

  private people(): World {
    if (!this.world)
      throw new AwsError(
        'InternalServiceException',
        'nobody lives in the simulated world yet',
        500,
      );
    return this.world;
  }

  private answered(id: ContactId, machineDetection: string | undefined): void {
    const call = this.startedBy.get(id);
    const contact = this.instance.contacts.get(id);
    if (call && contact) this.flows.run(call.flow, contact, machineDetection, this.people());
  }

  private tellContact(facts: ContactFacts, type: string): void {
    if (type === 'CONNECTED_TO_AGENT' || type === 'DISCONNECTED')
      this.flows.stop(facts.contact, type);
    const detail = contactEventDetail(
      this.instance,
      facts,
      type,
      this.agentArn(facts),
      facts.queue,
    );
    const resources = [
      this.instance.arn,
      `${this.instance.arn}/contact/${facts.contact}`,
      ...(facts.queue === undefined ? [] : [facts.queue]),
    ];
    const event = { source: 'aws.connect', detailType: CONTACT_EVENT, detail, resources };
    const lag = type === 'COMPLETED' ? LAG.completed : LAG.contact;
    this.cloud.time.after(lag, () => this.cloud.buses.putDefaultBusEvent(event));
  }

  private agentArn({ agent }: ContactFacts): string | undefined {
    return agent === undefined ? undefined : this.presences.get(agent)?.arn;
  }

  private tellAgent(after: AgentPresence): void {
    const before = this.presences.get(after.agent);
    this.presences.set(after.agent, after);
    const stream = this.instance.agentEventStream;
    const profile = [...this.instance.profiles.values()].find(({ name }) => name === after.group);
    if (stream === undefined || profile === undefined) return;
    const id = stableId(`agent-event/${++this.events}`);
    const event = agentEvent(this.instance, profile, { before, after, contact: undefined }, id);
    const data = JSON.stringify(event);
    const record = { partitionKey: after.agent, data };
    this.cloud.time.after(LAG.agent, () => this.cloud.kinesis.withArn(stream).put([record]));
  }

  /** Agents log in when one of their queues opens and out when the last closes. */
  private staff(world: World, agents: readonly StaffedAgent[]): void {
    const working = new Set<string>();
    const check = () => {
      for (const profile of this.instance.profiles.values()) {
        const open = profile.queueArns.some((arn) => this.isOpen(arn));
        const ids = agents.filter((agent) => agent.profile === profile.name).map(({ id }) => id);
        if (open === working.has(profile.id) || ids.length === 0) continue;
        if (open) working.add(profile.id);
        else working.delete(profile.id);
        if (open) world.startShift(ids);
        else world.logOut(ids);
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
