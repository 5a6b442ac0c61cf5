// Amazon Connect as the templates describe it: one instance with its hours, queues, routing
// profiles, numbers and flows. Contacts live in it while the simulated network rings, answers and
// talks.
import { createHash } from 'node:crypto';
import type { FlowContact } from '../../simulation/connect/contact.ts';
import { type AwsLocation, arn } from '../aws-location.ts';
import { AwsError } from '../errors.ts';

export interface ConnectQueue {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly hoursArn: string;
  readonly callerId: string | undefined;
  /** How many may wait at once. */
  readonly maxContacts: number | undefined;
  /** ARNs, by the links of the deployment. */
  readonly quickConnects: Set<string>;
}

export interface ConnectPrompt {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  /** How long it plays, ms; undefined when the file does not say. */
  readonly ms: number | undefined;
}

/** How calls reach a user, as Connect's API has it. */
export interface PhoneConfig {
  readonly PhoneType: 'SOFT_PHONE' | 'DESK_PHONE';
  readonly AutoAccept: boolean;
  /** Seconds; 0 is without end. */
  readonly AfterContactWorkTimeLimit: number;
  readonly DeskPhoneNumber?: string;
  readonly PersistentConnection?: boolean;
}

/** As people make users. */
const NEW_PHONE: PhoneConfig = {
  PhoneType: 'SOFT_PHONE',
  AutoAccept: true,
  AfterContactWorkTimeLimit: 0,
};

export interface ConnectUser {
  readonly id: string;
  readonly arn: string;
  /** User name. */
  readonly name: string;
}

export interface NamedResource {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
}

export interface RoutingProfile {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  /** The last word of the name: the group, with or without the deployment's name before it. */
  readonly group: string;
  readonly queueArns: readonly string[];
  readonly defaultQueueArn: string;
}

export interface ConnectFlow {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

export interface ConnectHours {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly isOpen: (at: number) => boolean;
}

export interface ConnectNumber {
  readonly id: string;
  readonly arn: string;
  readonly number: string;
  /** ARN of the flow its calls run, by a link of the deployment. */
  flow?: string;
}

/** A contact as the API knows it; the simulated network knows the call. */
export interface ConnectContact {
  readonly id: string;
  readonly initiationMethod:
    | 'API'
    | 'INBOUND'
    | 'DISCONNECT'
    | 'TRANSFER'
    | 'EXTERNAL_OUTBOUND'
    | 'OUTBOUND';
  /** Of a contact that follows another. */
  readonly previous?: string;
  /** The customer's number; undefined when withheld. */
  readonly phone: string | undefined;
  /** The own number: shown to the called, or dialed by the caller. */
  readonly ownNumber: string | undefined;
  /** What it began with; a flow that runs changes them in `flow`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The contact as its flows see it, once one ran. */
  flow?: FlowContact;
  readonly recordings: {
    readonly location: string;
    readonly startedAt: number;
    readonly stoppedAt: number;
  }[];
}

/** The attributes as they are now. */
export const attributesOf = ({ flow, attributes }: ConnectContact): Record<string, string> =>
  flow ? Object.fromEntries(flow.attributes) : { ...attributes };

export class ConnectInstance {
  readonly location: AwsLocation;
  readonly queues = new Map<string, ConnectQueue>();
  readonly profiles = new Map<string, RoutingProfile>();
  readonly flows = new Map<string, ConnectFlow>();
  readonly hours = new Map<string, ConnectHours>();
  readonly numbers = new Map<string, ConnectNumber>();
  readonly contacts = new Map<string, ConnectContact>();
  readonly prompts = new Map<string, ConnectPrompt>();
  readonly users = new Map<string, ConnectUser>();
  /** By user id. */
  readonly phones = new Map<string, PhoneConfig>();
  readonly quickConnects = new Map<string, NamedResource>();
  /** States of agents who are there and take no contacts. */
  readonly breaks = new Map<string, NamedResource>();
  /** Functions that flows may ask, ARNs. */
  readonly functions = new Set<string>();
  /** Attributes agents may have, with their values. */
  readonly agentAttributes = new Map<string, readonly string[]>();
  /** Where recordings go (InstanceStorageConfig CALL_RECORDINGS); undefined: nowhere. */
  recordings: { readonly bucket: string; readonly prefix: string } | undefined;
  /** Where agent events go (InstanceStorageConfig AGENT_EVENTS); undefined: nowhere. */
  agentEventStream: string | undefined;
  /** Its name in the account, where the template gives one. */
  alias: string | undefined;
  private instance: { readonly id: string; readonly arn: string } | undefined;

  constructor(location: AwsLocation) {
    this.location = location;
  }

  /** An instance of the template, or one that was there before (by ARN). */
  open(name: string): { readonly id: string; readonly arn: string } {
    const id = stableId(`instance/${name}`);
    this.instance ??= { id, arn: arn(this.location, 'connect', `instance/${id}`) };
    return this.instance;
  }

  get isThere(): boolean {
    return this.instance !== undefined;
  }

  get arn(): string {
    if (!this.instance)
      throw new AwsError('ResourceNotFoundException', 'there is no Connect instance', 404);
    return this.instance.arn;
  }

  get id(): string {
    return this.arn.slice(this.arn.lastIndexOf('/') + 1);
  }

  /** @param id of the instance that a request asks for, or its ARN */
  mustBe(id: unknown): void {
    if (id !== this.id && id !== this.arn)
      throw new AwsError('ResourceNotFoundException', `instance '${String(id)}' not found`, 404);
  }

  /** Takes an existing instance's ARN as the instance of this run. */
  adopt(instanceArn: string): void {
    const id = instanceArn.slice(instanceArn.lastIndexOf('/') + 1);
    this.instance ??= { id, arn: instanceArn };
  }

  /** A number the instance had before the deployment; its ARN is derived from it unless given. */
  addNumber(number: string, known?: string): void {
    const own = known ?? arn(this.location, 'connect', `phone-number/${stableId(number)}`);
    const id = own.slice(own.lastIndexOf('/') + 1);
    this.numbers.set(id, { id, arn: own, number });
  }

  /** ARN of a thing of the instance; the id follows from its name, so two runs give the same. */
  nameThing(kind: string, name: string): { readonly id: string; readonly arn: string } {
    const id = stableId(`${this.id}/${kind}/${name}`);
    return { id, arn: `${this.arn}/${kind}/${id}` };
  }

  /** @param user id or ARN */
  phoneOf(user: string): PhoneConfig {
    return this.phones.get(user.slice(user.lastIndexOf('/') + 1)) ?? NEW_PHONE;
  }

  /** By id or ARN, as Connect's API takes both. */
  find<T extends { readonly id: string }>(
    things: ReadonlyMap<string, T>,
    idOrArn: string,
    what: string,
  ): T {
    const id = idOrArn.slice(idOrArn.lastIndexOf('/') + 1);
    const found = things.get(id);
    if (!found)
      throw new AwsError('ResourceNotFoundException', `${what} '${idOrArn}' not found`, 404);
    return found;
  }
}

/** Looks like a UUID and follows from a name. */
export function stableId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
