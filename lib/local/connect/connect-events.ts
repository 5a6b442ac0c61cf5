// Events Connect publishes: contact events on the default bus, agent events on a Kinesis
// stream, both in Connect's format.
// https://docs.aws.amazon.com/connect/latest/adminguide/contact-events.html and
// https://docs.aws.amazon.com/connect/latest/adminguide/agent-event-stream-model.html

import type { ContactFacts } from '../../domain/model/contact-facts.ts';
import type { ShownPresence } from '../../simulation/phone-network/agent.ts';
import type { Json, JsonObject } from '../json.ts';
import type { ConnectContact, ConnectInstance, RoutingProfile } from './connect-instance.ts';

export const CONTACT_EVENT = 'Amazon Connect Contact Event';

/** Unset moments stand at the beginning of time, as Connect writes them. */
const UNSET = '1970-01-01T00:00:00.001Z';
const moment = (at: number | undefined): string =>
  at === undefined ? UNSET : new Date(at).toISOString();

type ContactOrigin = Pick<ConnectContact, 'initiationMethod' | 'previous'>;

/** `detail` of a contact event. */
export function contactEventDetail(
  instance: ConnectInstance,
  { initiationMethod, previous }: ContactOrigin,
  facts: ContactFacts,
  eventType: string,
  agentArn: string | undefined,
): JsonObject {
  return {
    eventType,
    contactId: facts.contact,
    initialContactId: previous ?? facts.contact,
    ...(previous === undefined ? {} : { previousContactId: previous }),
    channel: 'VOICE',
    instanceArn: instance.arn,
    initiationMethod,
    initiationTimestamp: moment(facts.initiated),
    connectedToSystemTimestamp: moment(facts.connectedToSystem),
    disconnectTimestamp: moment(facts.disconnected),
    ...(facts.disconnectReason === undefined ? {} : { disconnectReason: facts.disconnectReason }),
    ...(facts.machineDetection === undefined
      ? {}
      : { answeringMachineDetectionStatus: facts.machineDetection }),
    ...queueInfo(facts),
    ...agentInfo(facts, agentArn),
    tags: { 'aws:connect:instanceId': instance.id },
  };
}

/** An agent's own queue has the agent's id. */
function queueInfo({ enqueued, queue }: ContactFacts): JsonObject {
  if (enqueued === undefined || queue === undefined) return {};
  const isAgents = queue.includes('/agent/');
  const queueArn = isAgents ? queue.replace('/agent/', '/queue/agent/') : queue;
  const queueType = isAgents ? 'AGENT' : 'STANDARD';
  return { queueInfo: { queueArn, queueType, enqueueTimestamp: moment(enqueued) } };
}

function agentInfo(facts: ContactFacts, agentArn: string | undefined): JsonObject {
  if (facts.connectedToAgent === undefined || agentArn === undefined) return {};
  const worked = facts.wrapUpEnded !== undefined;
  return {
    agentInfo: {
      agentArn,
      connectedToAgentTimestamp: moment(facts.connectedToAgent),
      ...(worked
        ? {
            afterContactWorkStartTimestamp: moment(facts.disconnected),
            afterContactWorkEndTimestamp: moment(facts.wrapUpEnded),
          }
        : {}),
    },
  };
}

/**
 * DescribeContact's words for the same facts.
 * https://docs.aws.amazon.com/connect/latest/APIReference/API_Contact.html
 */
export function contactDescription(
  instance: ConnectInstance,
  contact: ConnectContact,
  facts: ContactFacts,
  agentId: string | undefined,
  queueId: string | undefined,
): JsonObject {
  const seconds = (key: string, at: number | undefined): JsonObject =>
    at === undefined ? {} : { [key]: at / 1000 };
  return {
    Arn: `${instance.arn}/contact/${contact.id}`,
    Id: contact.id,
    Channel: 'VOICE',
    InitiationMethod: contact.initiationMethod,
    ...(contact.previous === undefined ? {} : { PreviousContactId: contact.previous }),
    ...recordingsOf(contact),
    ...endpoint('CustomerEndpoint', contact.phone),
    ...endpoint('SystemEndpoint', contact.ownNumber),
    ...seconds('InitiationTimestamp', facts.initiated),
    ...seconds('ConnectedToSystemTimestamp', facts.connectedToSystem),
    ...seconds('DisconnectTimestamp', facts.disconnected),
    ...(facts.disconnectReason === undefined ? {} : { DisconnectReason: facts.disconnectReason }),
    ...(facts.machineDetection === undefined
      ? {}
      : { AnsweringMachineDetectionStatus: facts.machineDetection }),
    ...(queueId === undefined
      ? {}
      : { QueueInfo: { Id: queueId, ...seconds('EnqueueTimestamp', facts.enqueued) } }),
    ...(agentId === undefined
      ? {}
      : {
          AgentInfo: {
            Id: agentId,
            ...seconds('ConnectedToAgentTimestamp', facts.connectedToAgent),
            ...seconds('AfterContactWorkEndTimestamp', facts.wrapUpEnded),
          },
        }),
  };
}

/** A caller who withholds the number has none. */
function endpoint(key: string, Address: string | undefined): JsonObject {
  return Address === undefined ? {} : { [key]: { Type: 'TELEPHONE_NUMBER', Address } };
}

function recordingsOf({ recordings }: ConnectContact): JsonObject {
  if (recordings.length === 0) return {};
  return {
    Recordings: recordings.map(({ location, startedAt, stoppedAt }) => ({
      StorageType: 'S3',
      Location: location,
      Status: 'AVAILABLE',
      MediaStreamType: 'AUTOMATED_INTERACTION',
      ParticipantType: 'CUSTOMER',
      StartTimestamp: startedAt / 1000,
      StopTimestamp: stoppedAt / 1000,
    })),
  };
}

/** A state of an agent's contact, by what the agent is doing. */
const CONTACT_STATES: Readonly<Partial<Record<ShownPresence['activity'], string>>> = {
  ringing: 'CONNECTING',
  talking: 'CONNECTED',
  leaving: 'CONNECTED',
  'wrap-up': 'ENDED',
};

const STATUS = {
  available: { Name: 'Available', Type: 'ROUTABLE' },
  break: { Name: 'Break', Type: 'CUSTOM' },
  offline: { Name: 'Offline', Type: 'OFFLINE' },
} as const;

export interface AgentChange {
  readonly before: ShownPresence | undefined;
  readonly after: ShownPresence;
  /** What the agent is busy with. */
  readonly contact: ConnectContact | undefined;
}

/** One record of the agent event stream. */
export function agentEvent(
  instance: ConnectInstance,
  profile: RoutingProfile,
  change: AgentChange,
  id: string,
): JsonObject {
  const { before, after } = change;
  return {
    AWSAccountId: instance.location.account,
    AgentARN: after.arn,
    EventId: id,
    EventTimestamp: moment(after.eventAt),
    EventType: eventType(before, after),
    InstanceARN: instance.arn,
    Version: '2017-10-01',
    CurrentAgentSnapshot: snapshot(instance, profile, after, change.contact),
    PreviousAgentSnapshot: before ? snapshot(instance, profile, before, undefined) : null,
  };
}

function eventType(before: ShownPresence | undefined, after: ShownPresence): string {
  const wasOut = before === undefined || before.activity === 'offline';
  if (after.activity === 'offline') return 'LOGOUT';
  return wasOut ? 'LOGIN' : 'STATE_CHANGE';
}

/** The last part of an ARN, or an id itself. */
export const endOfArn = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

/** An entry of GetCurrentUserData, in the same words. */
export function userData(
  instance: ConnectInstance,
  profile: RoutingProfile,
  presence: ShownPresence,
  contact: ConnectContact | undefined,
): JsonObject {
  const { AgentStatus, NextAgentStatus, Contacts } = snapshot(instance, profile, presence, contact);
  const { ARN, Name, StartTimestamp } = AgentStatus as JsonObject;
  const next = NextAgentStatus as JsonObject | null;
  return {
    User: { Id: endOfArn(presence.arn), Arn: presence.arn },
    RoutingProfile: { Id: profile.id, Arn: profile.arn },
    Status: {
      StatusArn: ARN ?? null,
      StatusName: Name ?? null,
      StatusStartTimestamp: Date.parse(String(StartTimestamp)) / 1000,
    },
    ...(next === null ? {} : { NextStatus: next.Name ?? null }),
    AvailableSlotsByChannel: { VOICE: presence.activity === 'free' ? 1 : 0 },
    Contacts: (Contacts as JsonObject[]).map((each) => ({
      ContactId: each.ContactId ?? null,
      Channel: 'VOICE',
      InitiationMethod: each.InitiationMethod ?? null,
      AgentContactState: each.State ?? null,
      StateStartTimestamp: Date.parse(String(each.StateStartTimestamp)) / 1000,
    })),
  };
}

function snapshot(
  instance: ConnectInstance,
  profile: RoutingProfile,
  presence: ShownPresence,
  contact: ConnectContact | undefined,
): JsonObject {
  const { activity, breakName, onHold } = presence;
  const onBreak = { ...STATUS.break, ...(breakName !== undefined && { Name: breakName }) };
  const status =
    activity === 'break' ? onBreak : activity === 'offline' ? STATUS.offline : STATUS.available;
  const state = onHold ? 'CONNECTED_ONHOLD' : CONTACT_STATES[activity];
  const contacts: Json[] =
    state === undefined
      ? []
      : [
          {
            ContactId: contact?.id ?? 'unknown',
            Channel: 'VOICE',
            InitiationMethod: contact?.initiationMethod ?? 'API',
            State: state,
            StateStartTimestamp: moment(presence.since),
          },
        ];
  return {
    AgentStatus: {
      ARN: `${instance.arn}/agent-state/${status.Name.toLowerCase()}`,
      ...status,
      StartTimestamp: moment(presence.since),
    },
    NextAgentStatus: activity === 'leaving' ? onBreak : null,
    Configuration: {
      Username: presence.agent,
      FirstName: presence.agent,
      LastName: '',
      RoutingProfile: {
        ARN: profile.arn,
        Name: profile.name,
        InboundQueues: profile.queueArns.map((queueArn) => queueName(instance, queueArn)),
        DefaultOutboundQueue: queueName(instance, profile.defaultQueueArn),
        Concurrency: [
          { Channel: 'VOICE', AvailableSlots: contacts.length > 0 ? 0 : 1, MaximumSlots: 1 },
        ],
      },
    },
    Contacts: contacts,
  };
}

function queueName(instance: ConnectInstance, queueArn: string): JsonObject {
  const { arn, name } = instance.find(instance.queues, queueArn, 'queue');
  return { ARN: arn, Name: name, Channels: ['VOICE'] };
}
