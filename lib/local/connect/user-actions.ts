// Connect's users, who are the simulated agents, and how calls reach them.
import { AwsError } from '../errors.ts';
import type { PathValues, RestAction } from '../gateway/rest-service.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { ConnectInstance, ConnectUser, PhoneConfig } from './connect-instance.ts';

export function userActions(instance: ConnectInstance): readonly RestAction[] {
  return [describeUser(instance), updateUserPhoneConfig(instance)];
}

/** https://docs.aws.amazon.com/connect/latest/APIReference/API_DescribeUser.html */
function describeUser(instance: ConnectInstance): RestAction {
  return {
    name: 'DescribeUser',
    method: 'GET',
    path: '/users/{InstanceId}/{UserId}',
    access: (_, path) => [accessTo(instance, 'DescribeUser', path)],
    run: (_, path) => {
      const { id, arn, name } = knownUser(instance, path);
      const PhoneConfig: JsonObject = { ...instance.phoneOf(id) };
      return { User: { Id: id, Arn: arn, Username: name, PhoneConfig } };
    },
  };
}

/** https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdateUserPhoneConfig.html */
function updateUserPhoneConfig(instance: ConnectInstance): RestAction {
  const name = 'UpdateUserPhoneConfig';
  return {
    name,
    method: 'POST',
    path: '/users/{InstanceId}/{UserId}/phone-config',
    access: (_, path) => [accessTo(instance, name, path)],
    run: (call, path) => {
      const { id } = knownUser(instance, path);
      instance.phones.set(id, phoneConfig(call.json().PhoneConfig));
      return {};
    },
  };
}

const accessTo = ({ arn }: ConnectInstance, action: string, { UserId = '' }: PathValues) => ({
  action: `connect:${action}`,
  resource: `${arn}/agent/${UserId}`,
});

function knownUser(instance: ConnectInstance, path: PathValues): ConnectUser {
  const { InstanceId, UserId = '' } = path;
  if (InstanceId !== instance.id && InstanceId !== instance.arn)
    throw new AwsError('ResourceNotFoundException', `instance '${InstanceId}' not found`, 404);
  return instance.find(instance.users, UserId, 'user');
}

/** The whole of it: what is left out is gone. */
function phoneConfig(given: JsonObject[string] | undefined): PhoneConfig {
  const invalid = (why: string) => new AwsError('InvalidParameterException', `PhoneConfig: ${why}`);
  if (!isObject(given)) throw invalid('is missing');
  const { PhoneType, AutoAccept = false, AfterContactWorkTimeLimit: limit = 0 } = given;
  const { DeskPhoneNumber: desk, PersistentConnection: persistent } = given;
  if (PhoneType !== 'SOFT_PHONE' && PhoneType !== 'DESK_PHONE') throw invalid('PhoneType');
  if (typeof AutoAccept !== 'boolean') throw invalid('AutoAccept');
  if (typeof limit !== 'number' || limit < 0) throw invalid('AfterContactWorkTimeLimit');
  if (desk !== undefined && typeof desk !== 'string') throw invalid('DeskPhoneNumber');
  if (PhoneType === 'DESK_PHONE' && desk === undefined) throw invalid('DeskPhoneNumber is missing');
  return {
    PhoneType,
    AutoAccept,
    AfterContactWorkTimeLimit: limit,
    DeskPhoneNumber: desk,
    PersistentConnection: typeof persistent === 'boolean' ? persistent : undefined,
  };
}
