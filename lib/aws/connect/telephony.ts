// Calls over Amazon Connect. The attempt's id is the ClientToken: for seven days a repeated request
// returns the first one's contact. What a call is for travels as contact attributes, ids only:
// nothing about a person.
import {
  type ConnectClient,
  StartOutboundVoiceContactCommand,
  type StartOutboundVoiceContactCommandInput,
} from '@aws-sdk/client-connect';
import type {
  Dialed,
  DialRequest,
  SurveyRequest,
  Telephony,
} from '../../application/ports/telephony.ts';
import { parameterAttribute } from '../../domain/calls/call-attributes.ts';
import { contactId } from '../../domain/model/ids.ts';
import { errorName, faultOf, isUnclear } from '../service-errors.ts';
import { type ConnectDirectory, lastPart } from './directory.ts';

export interface ConnectPlace {
  readonly instance: string;
  /** The flow that answered calls run. */
  readonly outboundFlow: string;
}

export function connectTelephony(
  connect: ConnectClient,
  place: ConnectPlace,
  directory: ConnectDirectory,
): Telephony {
  return {
    dial: (request) => dial(connect, place, directory, request),
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
    ...parameterAttributes(request.parameters),
    ...(waitingFlow && { queueFlowArn: waitingFlow }),
    ...(request.agentArn && { agentArn: request.agentArn }),
  };
}

function parameterAttributes(parameters: DialRequest['parameters'] = {}): Record<string, string> {
  const named = Object.entries(parameters);
  return Object.fromEntries(named.map(([name, value]) => [parameterAttribute(name), value]));
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
