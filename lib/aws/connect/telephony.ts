// Calls over Amazon Connect. The attempt's id is the ClientToken: for seven days a repeated request
// returns the first one's contact. What a call is for travels as contact attributes, ids only:
// nothing about a person.
import {
  type ConnectClient,
  type Contact,
  DescribeContactCommand,
  GetContactAttributesCommand,
  StartOutboundVoiceContactCommand,
  type StartOutboundVoiceContactCommandInput,
} from '@aws-sdk/client-connect';
import type {
  CustomerCall,
  Dialed,
  DialRequest,
  SurveyRequest,
  Telephony,
} from '../../application/ports/telephony.ts';
import { NOTHING } from '../../domain/calls/call-attributes.ts';
import type { ContactFacts } from '../../domain/model/contact-facts.ts';
import {
  attemptId,
  type ContactId,
  campaignId,
  contactId,
  recordId,
} from '../../domain/model/ids.ts';
import { errorName, faultOf, isUnclear } from '../service-errors.ts';
import type { AgentNames } from './agent-names.ts';
import { callerNumber } from './caller-number.ts';
import { type ConnectDirectory, lastPart } from './directory.ts';
import { mark } from './timestamps.ts';

export interface ConnectPlace {
  readonly instance: string;
  /** The flow that answered calls run. */
  readonly outboundFlow: string;
}

export function connectTelephony(
  connect: ConnectClient,
  place: ConnectPlace,
  directory: ConnectDirectory,
  names: AgentNames,
): Telephony {
  return {
    dial: (request) => dial(connect, place, directory, request),
    async describe(contact) {
      const found = await describe(connect, place.instance, contact);
      return found && factsOf(contact, found, directory, names);
    },
    attemptOf: (contact) => attemptOf(connect, place.instance, contact),
    customerCall: (contact) => customerCall(connect, place.instance, contact),
    dialSurvey: (request) => dialSurvey(connect, place, directory, request),
  };
}

/**
 * Detection is for campaign traffic only.
 * docs.aws.amazon.com/connect/latest/APIReference/API_StartOutboundVoiceContact.html
 */
const DETECTION = {
  TrafficType: 'CAMPAIGN',
  AnswerMachineDetectionConfig: {
    EnableAnswerMachineDetection: true,
    AwaitAnswerMachinePrompt: false,
  },
} as const;

async function dial(
  connect: ConnectClient,
  place: ConnectPlace,
  directory: ConnectDirectory,
  request: DialRequest,
): Promise<Dialed> {
  const queueArn = await directory.queueArn(request.queue);
  const waitingFlow = await directory.waitingFlowArn(request.queue, request.ref.campaign);
  const callerId = request.callerId && (await directory.number(request.callerId));
  const input: StartOutboundVoiceContactCommandInput = {
    InstanceId: place.instance,
    ContactFlowId: place.outboundFlow,
    ClientToken: request.attempt,
    DestinationPhoneNumber: request.phone,
    RingTimeoutInSeconds: request.ringFor,
    Attributes: attributesOf(request, queueArn, waitingFlow),
    ...(request.machineDetection && DETECTION),
    ...(callerId ? { SourcePhoneNumber: callerId } : { QueueId: lastPart(queueArn) }),
  };
  return start(connect, input);
}

/** The survey flow finds the call by its attributes, and its answers go to that call's timeline. */
async function dialSurvey(
  connect: ConnectClient,
  place: ConnectPlace,
  directory: ConnectDirectory,
  { attempt, ref, phone, callerId, ringFor }: SurveyRequest,
): Promise<Dialed> {
  const flow = await directory.surveyFlowArn(ref.campaign);
  const number = callerId && (await directory.number(callerId));
  return start(connect, {
    InstanceId: place.instance,
    ContactFlowId: lastPart(flow),
    ClientToken: `${attempt}-survey`,
    DestinationPhoneNumber: phone,
    RingTimeoutInSeconds: ringFor,
    Attributes: { attempt, campaign: ref.campaign, record: ref.record, survey: 'yes' },
    SourcePhoneNumber: number || undefined,
  });
}

async function start(
  connect: ConnectClient,
  input: StartOutboundVoiceContactCommandInput,
): Promise<Dialed> {
  try {
    const { ContactId = '' } = await connect.send(new StartOutboundVoiceContactCommand(input));
    return { kind: 'accepted', contact: contactId(ContactId) };
  } catch (error) {
    const reason = refusalOf(error);
    if (reason) return { kind: 'refused', reason };
    throw faultOf(
      isUnclear(error) ? 'CallUnclear' : 'TelephonyUnavailable',
      'placing a call',
      error,
    );
  }
}

/**
 * What the outbound flow reads (lib/compiler/flows/outbound-flow.ts) and what leads back to the
 * attempt.
 */
function attributesOf(
  request: DialRequest,
  queueArn: string,
  waitingFlow: string | undefined,
): Record<string, string> {
  return {
    attempt: request.attempt,
    campaign: request.ref.campaign,
    record: request.ref.record,
    queueArn,
    queuePriority: String(request.priority),
    language: request.language,
    ...(waitingFlow && { queueFlowArn: waitingFlow }),
    ...(request.agentArn && { agentArn: request.agentArn }),
  };
}

/**
 * Connect's final word about the number; its message may hold the number, so it is not passed on.
 */
function refusalOf(error: unknown): string | undefined {
  switch (errorName(error)) {
    case 'DestinationNotAllowedException':
      return 'destination not allowed';
    case 'OutboundContactNotPermittedException':
      return 'outbound contact not permitted';
    case 'InvalidParameterException':
    case 'InvalidRequestException':
      return /destination/i.test((error as Error).message) ? 'invalid number' : undefined;
    default:
      return undefined;
  }
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
