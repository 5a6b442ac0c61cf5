// The part of Amazon Connect's API that the functions call. Everything else is refused by name.
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import { AwsError } from '../errors.ts';
import { type PathValues, type RestAction, restService } from '../gateway/rest-service.ts';
import type { Service } from '../gateway/service.ts';
import { isObject, type Json, type JsonObject, own } from '../json.ts';
import { linkActions } from './association-actions.ts';
import type { CallQuota } from './call-quota.ts';
import { attributesOf, type ConnectInstance } from './connect-instance.ts';
import type { ConnectRuntime } from './connect-runtime.ts';
import { listingActions } from './listing-actions.ts';
import { userActions } from './user-actions.ts';

const RING_SECONDS = { least: 15, most: 60, usual: 60 };

export function connectService(
  instance: ConnectInstance,
  network: ConnectRuntime,
  quota: CallQuota,
): Service {
  return restService('connect', [
    startOutboundVoiceContact(instance, network, quota),
    describeContact(instance, network),
    contactAttributes(instance),
    updateContactRoutingData(instance, network),
    ...userActions(instance, (agentArn, status) => network.setStatus(agentArn, status)),
    ...linkActions(instance),
    ...listingActions(instance),
  ]);
}

/** https://docs.aws.amazon.com/connect/latest/APIReference/API_StartOutboundVoiceContact.html */
function startOutboundVoiceContact(
  instance: ConnectInstance,
  network: ConnectRuntime,
  quota: CallQuota,
): RestAction {
  return {
    name: 'StartOutboundVoiceContact',
    method: 'PUT',
    path: '/contact/outbound-voice',
    access: () => [
      { action: 'connect:StartOutboundVoiceContact', resource: `${instance.arn}/contact/new` },
    ],
    run: (call) => {
      if (!quota.take()) throw new AwsError('TooManyRequestsException', 'Rate exceeded', 429);
      const input = call.json();
      checkInstance(instance, text(input, 'InstanceId'));
      const contact = network.start({
        flow: instance.find(instance.flows, text(input, 'ContactFlowId'), 'contact flow'),
        phone: phoneNumber(input, 'DestinationPhoneNumber'),
        callerId: callerId(instance, input),
        token: optionalText(input, 'ClientToken'),
        ringSeconds: ringSeconds(input),
        machineDetection: machineDetection(input),
        attributes: givenAttributes(input),
      });
      return { ContactId: contact };
    },
  };
}

/** https://docs.aws.amazon.com/connect/latest/APIReference/API_DescribeContact.html */
function describeContact(instance: ConnectInstance, network: ConnectRuntime): RestAction {
  return {
    name: 'DescribeContact',
    method: 'GET',
    path: '/contacts/{InstanceId}/{ContactId}',
    access: (_, path) => [
      { action: 'connect:DescribeContact', resource: contactArn(instance, path.ContactId) },
    ],
    run: (_, path) => ({ Contact: network.describe(knownContact(instance, path, 'ContactId').id) }),
  };
}

/** https://docs.aws.amazon.com/connect/latest/APIReference/API_GetContactAttributes.html */
function contactAttributes(instance: ConnectInstance): RestAction {
  return {
    name: 'GetContactAttributes',
    method: 'GET',
    path: '/contact/attributes/{InstanceId}/{InitialContactId}',
    access: (_, path) => [
      {
        action: 'connect:GetContactAttributes',
        resource: contactArn(instance, path.InitialContactId),
      },
    ],
    run: (_, path) => ({
      Attributes: attributesOf(knownContact(instance, path, 'InitialContactId')),
    }),
  };
}

/** https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdateContactRoutingData.html */
function updateContactRoutingData(instance: ConnectInstance, network: ConnectRuntime): RestAction {
  const name = 'UpdateContactRoutingData';
  return {
    name,
    method: 'POST',
    path: '/contacts/{InstanceId}/{ContactId}/routing-data',
    access: (_, path) => [
      { action: `connect:${name}`, resource: contactArn(instance, path.ContactId) },
    ],
    run: (call, path) => {
      const { QueuePriority, QueueTimeAdjustmentSeconds, ...others } = call.json();
      const [unknown] = Object.keys(others);
      if (unknown !== undefined) throw new NotEmulated(`${unknown} in ${name}`);
      const { id } = knownContact(instance, path, 'ContactId');
      network.reorder(id, oneOf(QueuePriority, QueueTimeAdjustmentSeconds));
      return {};
    },
  };
}

function oneOf(priority: Json | undefined, ageSeconds: Json | undefined) {
  const invalid = (why: string) => new AwsError('InvalidParameterException', why);
  if ((priority === undefined) === (ageSeconds === undefined))
    throw invalid('either QueuePriority or QueueTimeAdjustmentSeconds');
  const value = priority ?? ageSeconds;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw invalid('not a whole number');
  if (priority === undefined) return { ageSeconds: value };
  if (value < 1) throw invalid('QueuePriority begins at 1');
  return { priority: value };
}

function knownContact(instance: ConnectInstance, path: PathValues, key: string) {
  checkInstance(instance, path.InstanceId ?? '');
  return instance.find(instance.contacts, path[key] ?? '', 'contact');
}

function contactArn(instance: ConnectInstance, contact = ''): string {
  return `${instance.arn}/contact/${contact}`;
}

function checkInstance(instance: ConnectInstance, id: string): void {
  if (id !== instance.id && id !== instance.arn)
    throw new AwsError('ResourceNotFoundException', `instance '${id}' not found`, 404);
}

function text(input: JsonObject, key: string): string {
  const value = own(input, key);
  if (typeof value !== 'string' || value === '')
    throw new AwsError('InvalidRequestException', `${key} is missing`);
  return value;
}

function optionalText(input: JsonObject, key: string): string | undefined {
  return input[key] === undefined ? undefined : text(input, key);
}

function phoneNumber(input: JsonObject, key: string): string {
  const number = text(input, key);
  if (!/^\+[1-9]\d{1,14}$/.test(number))
    throw new AwsError('InvalidParameterException', `${key} is not an E.164 number`);
  return number;
}

/** SourcePhoneNumber or QueueId is needed; a number must be one of the instance's. */
function callerId(instance: ConnectInstance, input: JsonObject): string | undefined {
  if (input.SourcePhoneNumber === undefined) {
    const queue = instance.find(instance.queues, text(input, 'QueueId'), 'queue');
    return queue.callerId;
  }
  const number = phoneNumber(input, 'SourcePhoneNumber');
  if (![...instance.numbers.values()].some((own) => own.number === number))
    throw new AwsError(
      'InvalidParameterException',
      'SourcePhoneNumber is not a number of the instance',
    );
  return number;
}

function ringSeconds(input: JsonObject): number {
  const seconds = input.RingTimeoutInSeconds ?? RING_SECONDS.usual;
  if (typeof seconds !== 'number' || seconds < RING_SECONDS.least || seconds > RING_SECONDS.most)
    throw new AwsError('InvalidParameterException', 'RingTimeoutInSeconds must be 15 to 60');
  return seconds;
}

/** Only campaign traffic may ask for it. */
function machineDetection(input: JsonObject): boolean {
  const config = input.AnswerMachineDetectionConfig;
  const wanted = isObject(config) && config.EnableAnswerMachineDetection === true;
  if (wanted && input.TrafficType !== 'CAMPAIGN')
    throw new AwsError(
      'InvalidParameterException',
      'AnswerMachineDetectionConfig needs TrafficType CAMPAIGN',
    );
  return wanted;
}

function givenAttributes(input: JsonObject): Record<string, string> {
  const attributes = Object.entries((input.Attributes ?? {}) as Readonly<Record<string, Json>>);
  for (const [key, value] of attributes) {
    if (!/^[A-Za-z0-9_-]+$/.test(key) || typeof value !== 'string')
      throw new AwsError('InvalidRequestException', `attribute '${key}' is not allowed`);
  }
  return Object.fromEntries(attributes) as Record<string, string>;
}
