// What Amazon Connect knows of a contact: its moments, and the attributes that lead to its attempt.
import {
  type ConnectClient,
  type Contact,
  DescribeContactCommand,
  GetContactAttributesCommand,
} from '@aws-sdk/client-connect';
import type { ContactReader, CustomerCall } from '../../application/ports/contact-reader.ts';
import { NOTHING } from '../../domain/calls/call-attributes.ts';
import { wayIn } from '../../domain/inbound/ivr-way.ts';
import type { ContactFacts } from '../../domain/model/contact-facts.ts';
import { attemptId, type ContactId, campaignId, recordId } from '../../domain/model/ids.ts';
import { errorName, faultOf } from '../service-errors.ts';
import type { AgentNames } from './agent-names.ts';
import { callerNumber } from './caller-number.ts';
import type { ConnectDirectory } from './directory.ts';
import { mark } from './timestamps.ts';

export function connectContactReader(
  connect: ConnectClient,
  instance: string,
  directory: ConnectDirectory,
  names: AgentNames,
): ContactReader {
  return {
    async describe(contact) {
      const found = await describe(connect, instance, contact);
      return found && factsOf(contact, found, directory, names);
    },
    attemptOf: (contact) => attemptOf(connect, instance, contact),
    customerCall: (contact) => customerCall(connect, instance, contact),
    async wayOf(contact) {
      const attributes = await attributesOfContact(connect, instance, contact);
      return attributes && wayIn(attributes);
    },
  };
}

async function describe(connect: ConnectClient, InstanceId: string, ContactId: string) {
  return found('asking for a contact', async () => {
    const command = new DescribeContactCommand({ InstanceId, ContactId });
    return (await connect.send(command)).Contact;
  });
}

/** Of a call that nobody took in, the flow knows neither attempt nor record. */
async function attemptOf(connect: ConnectClient, InstanceId: string, contact: ContactId) {
  const {
    attempt = NOTHING,
    campaign,
    record = NOTHING,
  } = (await attributesOfContact(connect, InstanceId, contact)) ?? {};
  if (!campaign || attempt === NOTHING || record === NOTHING) return undefined;
  return {
    ref: { campaign: campaignId(campaign), record: recordId(record) },
    attempt: attemptId(attempt),
  };
}

function attributesOfContact(connect: ConnectClient, InstanceId: string, contact: ContactId) {
  return found('asking for contact attributes', async () => {
    const command = new GetContactAttributesCommand({ InstanceId, InitialContactId: contact });
    return (await connect.send(command)).Attributes;
  });
}

async function customerCall(
  connect: ConnectClient,
  instance: string,
  contact: ContactId,
): Promise<CustomerCall | undefined> {
  const description = await describe(connect, instance, contact);
  if (description?.InitiationMethod !== 'INBOUND') return undefined;
  const attributes = await attributesOfContact(connect, instance, contact);
  const { campaign, ivr } = attributes ?? {};
  if (!campaign || !ivr) return undefined;
  const [from, to] = [description.CustomerEndpoint, description.SystemEndpoint].map((end) =>
    callerNumber(end?.Address),
  );
  return { campaign: campaignId(campaign), ivr, from: from || undefined, to: to || undefined };
}

async function found<T>(doing: string, ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (errorName(error) === 'ResourceNotFoundException') return undefined;
    throw faultOf('TelephonyUnavailable', doing, error);
  }
}

async function factsOf(
  contact: ContactId,
  description: Contact,
  directory: ConnectDirectory,
  names: AgentNames,
): Promise<ContactFacts> {
  const { QueueInfo, AgentInfo, DisconnectReason, AnsweringMachineDetectionStatus } = description;
  const agent = AgentInfo?.Id && (await names(AgentInfo.Id));
  const queue = QueueInfo?.Id && (await directory.queueOf(QueueInfo.Id));
  return {
    contact,
    ...mark('initiated', description.InitiationTimestamp),
    ...mark('connectedToSystem', description.ConnectedToSystemTimestamp),
    ...mark('enqueued', QueueInfo?.EnqueueTimestamp),
    ...mark('connectedToAgent', AgentInfo?.ConnectedToAgentTimestamp),
    ...mark('disconnected', description.DisconnectTimestamp),
    ...mark('wrapUpEnded', AgentInfo?.AfterContactWorkEndTimestamp),
    disconnectReason: DisconnectReason || undefined,
    machineDetection: AnsweringMachineDetectionStatus,
    agent: agent || undefined,
    queue: queue || undefined,
  };
}
