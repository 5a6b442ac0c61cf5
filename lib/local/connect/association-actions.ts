// The links within an instance that only Connect's API makes: own numbers to flows, queues to quick
// connects.
import { AwsError } from '../errors.ts';
import type { PathValues, RestAction } from '../gateway/rest-service.ts';
import type { Access, ServiceCall } from '../gateway/service.ts';
import { isList, type JsonObject } from '../json.ts';
import type { ConnectInstance } from './connect-instance.ts';

export function linkActions(instance: ConnectInstance): readonly RestAction[] {
  return [
    associatePhoneNumberContactFlow(instance),
    disassociatePhoneNumberContactFlow(instance),
    listPhoneNumbers(instance),
    quickConnectsOf(instance, 'Associate', (queue, arn) => queue.add(arn)),
    quickConnectsOf(instance, 'Disassociate', (queue, arn) => queue.delete(arn)),
  ];
}

const numberOf = (instance: ConnectInstance, { PhoneNumberId = '' }: PathValues) =>
  instance.find(instance.numbers, PhoneNumberId, 'phone number');

const accessTo = (action: string, ...resources: readonly string[]): readonly Access[] =>
  resources.map((resource) => ({ action: `connect:${action}`, resource }));

/**
 * https://docs.aws.amazon.com/connect/latest/APIReference/API_AssociatePhoneNumberContactFlow.html
 */
function associatePhoneNumberContactFlow(instance: ConnectInstance): RestAction {
  const name = 'AssociatePhoneNumberContactFlow';
  const flowOf = (input: JsonObject) =>
    instance.find(instance.flows, String(input.ContactFlowId), 'contact flow');
  return {
    name,
    method: 'PUT',
    path: '/phone-number/{PhoneNumberId}/contact-flow',
    access: (call, path) =>
      accessTo(name, instance.arn, numberOf(instance, path).arn, flowOf(call.json()).arn),
    run: (call, path) => {
      instance.mustBe(call.json().InstanceId);
      numberOf(instance, path).flow = flowOf(call.json()).arn;
      return {};
    },
  };
}

/**
 * https://docs.aws.amazon.com/connect/latest/APIReference/API_DisassociatePhoneNumberContactFlow.html
 */
function disassociatePhoneNumberContactFlow(instance: ConnectInstance): RestAction {
  const name = 'DisassociatePhoneNumberContactFlow';
  return {
    name,
    method: 'DELETE',
    path: '/phone-number/{PhoneNumberId}/contact-flow',
    access: (_, path) => accessTo(name, instance.arn, numberOf(instance, path).arn),
    run: (call, path) => {
      instance.mustBe(call.request.query.get('instanceId'));
      delete numberOf(instance, path).flow;
      return {};
    },
  };
}

/** https://docs.aws.amazon.com/connect/latest/APIReference/API_ListPhoneNumbersV2.html */
function listPhoneNumbers(instance: ConnectInstance): RestAction {
  const name = 'ListPhoneNumbersV2';
  return {
    name,
    method: 'POST',
    path: '/phone-number/list',
    // without an instance: the numbers of the account
    access: (call) => accessTo(name, call.json().InstanceId === undefined ? '*' : instance.arn),
    run: (call) => {
      const { InstanceId, PhoneNumberPrefix = '' } = call.json();
      if (InstanceId !== undefined) instance.mustBe(InstanceId);
      const found = [...instance.numbers.values()].filter(({ number }) =>
        number.startsWith(String(PhoneNumberPrefix)),
      );
      return {
        ListPhoneNumbersSummaryList: found.map(({ id, arn, number }) => ({
          PhoneNumberId: id,
          PhoneNumberArn: arn,
          PhoneNumber: number,
          ...(instance.isThere ? { InstanceId: instance.id, TargetArn: instance.arn } : {}),
        })),
      };
    },
  };
}

/**
 * https://docs.aws.amazon.com/connect/latest/APIReference/API_AssociateQueueQuickConnects.html and
 * its opposite
 */
function quickConnectsOf(
  instance: ConnectInstance,
  verb: 'Associate' | 'Disassociate',
  change: (quickConnects: Set<string>, arn: string) => void,
): RestAction {
  const name = `${verb}QueueQuickConnects`;
  const queueOf = ({ QueueId = '' }: PathValues) =>
    instance.find(instance.queues, QueueId, 'queue');
  const namedIn = (call: ServiceCall): readonly string[] => {
    const { QuickConnectIds: ids } = call.json();
    if (!isList(ids) || ids.length === 0 || ids.length > 50)
      throw new AwsError('InvalidRequestException', 'QuickConnectIds takes 1 to 50 ids');
    return ids.map((id) => instance.find(instance.quickConnects, String(id), 'quick connect').arn);
  };
  return {
    name,
    method: 'POST',
    path: `/queues/{InstanceId}/{QueueId}/${verb.toLowerCase()}-quick-connects`,
    access: (call, path) => accessTo(name, queueOf(path).arn, ...namedIn(call)),
    run: (call, path) => {
      instance.mustBe(path.InstanceId);
      for (const arn of namedIn(call)) change(queueOf(path).quickConnects, arn);
      return {};
    },
  };
}
