// The desks of the simulated agents, for people who take their place: what Connect's agent
// workspace does with a call.
import { UNHANDLED_STATUS } from '../../domain/campaigns/held-up.ts';
import type { ContactId } from '../../domain/model/ids.ts';
import type { FlowRunner } from '../../simulation/connect/flow-runner.ts';
import type { PhoneNetwork } from '../../simulation/phone-network/phone-network.ts';
import type { Seat } from '../../simulation/phone-network/seat.ts';
import { attributesOf, type ConnectContact, type ConnectInstance } from './connect-instance.ts';

interface Parts {
  readonly instance: ConnectInstance;
  readonly network: () => PhoneNetwork | undefined;
  readonly flows: () => FlowRunner | undefined;
  /** Whether the agents of a routing profile are at work at this hour. */
  readonly isWorking: (profile: string) => boolean;
}

export class Desks {
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** undefined: nobody of that name works here. */
  seat(agent: string): Seat | undefined {
    return this.parts.network()?.seat(agent);
  }

  contact(id: ContactId): ConnectContact | undefined {
    return this.parts.instance.contacts.get(id);
  }

  factsOf(id: ContactId) {
    return this.parts.network()?.describe(id);
  }

  /** The simulated agent goes on, and comes to work if it is their shift. */
  handBack(seat: Seat): void {
    const { id } = seat.identity;
    const profile = this.profileOf(seat);
    seat.leave();
    if (seat.view().doing === 'offline' && profile && this.parts.isWorking(profile.id))
      this.parts.network()?.startShift([id]);
  }

  /** Plays what the customer hears meanwhile, where a flow is there for that. */
  hold(seat: Seat, isOnHold: boolean): boolean {
    const { instance, network, flows } = this.parts;
    const { contact: id } = seat.view();
    if (!seat.hold(isOnHold) || id === undefined) return false;
    const flow = instance.contacts.get(id)?.flow;
    const telephone = network();
    if (!isOnHold) flows()?.resume(id);
    else if (telephone && flow?.hooks.has('CustomerHold')) flows()?.hold(flow, telephone);
    return true;
  }

  /** Whom the agent's calls can be handed on to: other queues, and agents who are at work. */
  destinations(seat: Seat): readonly Destination[] {
    const { instance, network } = this.parts;
    const queues = [...instance.queues.values()].map(({ arn, name }) => ({
      kind: 'queue' as const,
      arn,
      name: lastWord(name),
    }));
    const colleagues = (network()?.agents() ?? []).filter(
      ({ agent, activity }) => agent !== seat.identity.id && activity !== 'offline',
    );
    return [
      ...queues,
      ...colleagues.map(({ arn, agent }) => ({ kind: 'agent' as const, arn, name: agent })),
    ];
  }

  /** The customer goes on as a contact of its own, which names the one before. */
  transfer(seat: Seat, to: Destination): boolean {
    return this.handOn(seat, 'TRANSFER', () =>
      seat.transfer(to.arn, to.kind === 'agent' ? to.name : undefined),
    );
  }

  /** To a number outside of Connect, which the agent has typed. */
  transferOutside(seat: Seat): boolean {
    return this.handOn(seat, 'EXTERNAL_OUTBOUND', () => seat.transferOutside());
  }

  /** A number of the agent's own choice; what an agent dials meets no flow of ours. */
  call(seat: Seat, phone: string): boolean {
    const { instance } = this.parts;
    const id = seat.call(phone);
    if (id === undefined) return false;
    const contact = {
      id,
      phone,
      attributes: {},
      recordings: [],
      initiationMethod: 'OUTBOUND',
    } as const;
    instance.contacts.set(id, { ...contact, ownNumber: undefined, recordings: [] });
    return true;
  }

  private handOn(
    seat: Seat,
    initiationMethod: ConnectContact['initiationMethod'],
    go: () => ContactId | undefined,
  ): boolean {
    const { contacts } = this.parts.instance;
    const { contact: previous } = seat.view();
    const before = previous && contacts.get(previous);
    if (!before) return false;
    const id = go();
    if (id === undefined) return false;
    contacts.set(id, {
      id,
      phone: before.phone,
      ownNumber: before.ownNumber,
      attributes: attributesOf(before),
      recordings: [],
      initiationMethod,
      previous: before.id,
    });
    return true;
  }

  /** Whether calls are answered by hand at this desk. */
  answersByHand({ identity }: Seat): boolean {
    return !this.parts.instance.phoneOf(identity.arn).AutoAccept;
  }

  /** Seconds until Connect ends a wrap-up; 0: never. */
  wrapUpLimit({ identity }: Seat): number {
    return this.parts.instance.phoneOf(identity.arn).AfterContactWorkTimeLimit;
  }

  /** Names of the breaks that agents of the instance can take. */
  breaks(): readonly string[] {
    const names = [...this.parts.instance.breaks.values()].map(({ name }) => name);
    return names.filter((name) => lastWords(name) !== UNHANDLED_STATUS);
  }

  private profileOf({ identity }: Seat) {
    const profiles = [...this.parts.instance.profiles.values()];
    return profiles.find(({ group }) => group === identity.group);
  }
}

export interface Destination {
  readonly kind: 'queue' | 'agent';
  readonly arn: string;
  readonly name: string;
}

/** Without the deployment's name before it. */
const lastWords = (name: string): string => name.slice(-UNHANDLED_STATUS.length);

/** Of a queue's name: its id, with or without the deployment's name before it. */
const lastWord = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);
