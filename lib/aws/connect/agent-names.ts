// Connect's events and contacts name an agent by a user id; we speak of agents by user name. The
// board of agents knows both from the agent's own events; Connect is asked, within its 2 calls a
// second, only for a stranger.
import { type ConnectClient, DescribeUserCommand } from '@aws-sdk/client-connect';
import { userIdOf } from '../../domain/model/agent.ts';
import { type AgentId, agentId } from '../../domain/model/ids.ts';
import { userKey } from '../dynamodb/agent-board.ts';
import type { Dynamo } from '../dynamodb/document-table.ts';
import { errorName, faultOf } from '../service-errors.ts';

/**
 * The user name behind a Connect user id or agent ARN; undefined when Connect knows no such user
 * any more.
 */
export type AgentNames = (arnOrId: string) => Promise<AgentId | undefined>;

export function agentNames(
  db: Dynamo,
  runtime: string,
  connect: ConnectClient,
  instance: string,
): AgentNames {
  const known = new Map<string, AgentId>();
  const ask = async (userId: string) => {
    const seen = await db.get(runtime, userKey(userId));
    return seen ? agentId(String(seen.agent)) : describeUser(connect, instance, userId);
  };
  return async (arnOrId) => {
    const userId = userIdOf(arnOrId);
    const name = known.get(userId) ?? (await ask(userId));
    if (name) known.set(userId, name);
    return name;
  };
}

async function describeUser(connect: ConnectClient, InstanceId: string, UserId: string) {
  try {
    const { User } = await connect.send(new DescribeUserCommand({ InstanceId, UserId }));
    return User?.Username ? agentId(User.Username) : undefined;
  } catch (error) {
    if (errorName(error) === 'ResourceNotFoundException') return undefined;
    throw faultOf('TelephonyUnavailable', 'asking for an agent', error);
  }
}
