// Connect's users, who are the simulated agents, and how calls reach them.
import { AwsError } from '../errors.ts';
import type { PathValues, RestAction } from '../gateway/rest-service.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { ConnectInstance, ConnectUser, PhoneConfig } from './connect-instance.ts';

/** Sets the status of an agent in the telephone network; undefined: there for calls. */
type SetStatus = (agentArn: string, status: string | undefined) => void;

export function userActions(
  instance: ConnectInstance,
  setStatus: SetStatus,
): readonly RestAction[] {
  return [
    describeUser(instance),
    updateUserPhoneConfig(instance),
    listAgentStatuses(instance),
    putUserStatus(instance, setStatus),
  ];
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

const AVAILABLE = { id: 'available', name: 'Available', type: 'ROUTABLE' };
const OFFLINE = { id: 'offline', name: 'Offline', type: 'OFFLINE' };

const statusesOf = (instance: ConnectInstance) => [
  ...[AVAILABLE, OFFLINE].map((own) => ({ ...own, arn: statusArn(instance, own.id) })),
  ...[...instance.breaks.values()].map((one) => ({ ...one, type: 'CUSTOM' })),
];

const statusArn = ({ arn }: ConnectInstance, id: string): string => `${arn}/agent-state/${id}`;

/** https://docs.aws.amazon.com/connect/latest/APIReference/API_ListAgentStatuses.html, one page */
function listAgentStatuses(instance: ConnectInstance): RestAction {
  const name = 'ListAgentStatuses';
  return {
    name,
    method: 'GET',
    path: '/agent-status/{InstanceId}',
    access: () => [{ action: `connect:${name}`, resource: statusArn(instance, '*') }],
    run: (_, { InstanceId }) => {
      instance.mustBe(InstanceId);
      const all = statusesOf(instance);
      return {
        AgentStatusSummaryList: all.map(({ id, arn, name: Name, type }) => ({
          ...{ Id: id, Arn: arn, Name, Type: type },
        })),
      };
    },
  };
}

/** https://docs.aws.amazon.com/connect/latest/APIReference/API_PutUserStatus.html */
function putUserStatus(instance: ConnectInstance, setStatus: SetStatus): RestAction {
  const name = 'PutUserStatus';
  return {
    name,
    method: 'PUT',
    path: '/users/{InstanceId}/{UserId}/status',
    access: (call, path) => [
      accessTo(instance, name, path),
      {
        action: `connect:${name}`,
        resource: statusArn(instance, String(call.json().AgentStatusId)),
      },
    ],
    run: (call, path) => {
      const { arn } = knownUser(instance, path);
      const { AgentStatusId: id } = call.json();
      const status = statusesOf(instance).find((one) => one.id === id);
      if (status === undefined)
        throw new AwsError('ResourceNotFoundException', `agent status '${id}' not found`, 404);
      if (status.type === 'OFFLINE')
        throw new AwsError('InvalidParameterException', 'agents log out by themselves here');
      setStatus(arn, status.type === 'ROUTABLE' ? undefined : status.name);
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
