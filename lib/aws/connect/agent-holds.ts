// An agent who gets no calls is in a status of the instance that is not for calls. Of an agent who
// has a contact the status is the next one.
// docs.aws.amazon.com/connect/latest/APIReference/API_PutUserStatus.html
import {
  type AgentStatusSummary,
  type ConnectClient,
  ListAgentStatusesCommand,
  PutUserStatusCommand,
} from '@aws-sdk/client-connect';
import type { AgentHolds } from '../../application/ports/agent-holds.ts';
import { userIdOf } from '../../domain/model/agent.ts';
import { errorName, faultOf } from '../service-errors.ts';

/** The instance has two of its own and 50 others at most. */
const MOST_STATUSES = 100;

type IsWanted = (status: AgentStatusSummary) => boolean;

/** @param statusName of the status in which agents get no calls */
export function connectAgentHolds(
  connect: ConnectClient,
  InstanceId: string,
  statusName: string,
): AgentHolds {
  /** Asked for once: statuses keep their ids. */
  const known = new Map<IsWanted, string>();
  const idOf = async (isWanted: IsWanted): Promise<string | undefined> => {
    const before = known.get(isWanted);
    if (before !== undefined) return before;
    const list = new ListAgentStatusesCommand({ InstanceId, MaxResults: MOST_STATUSES });
    const { AgentStatusSummaryList = [] } = await connect.send(list);
    const found = AgentStatusSummaryList.find(isWanted)?.Id;
    if (found !== undefined) known.set(isWanted, found);
    return found;
  };
  const put = async (agentArn: string, isWanted: IsWanted) => {
    try {
      const AgentStatusId = await idOf(isWanted);
      if (AgentStatusId === undefined) return 'unknown';
      const UserId = userIdOf(agentArn);
      await connect.send(new PutUserStatusCommand({ InstanceId, UserId, AgentStatusId }));
      return 'done';
    } catch (error) {
      if (errorName(error) === 'ResourceNotFoundException') return 'unknown';
      throw faultOf('TelephonyUnavailable', "setting an agent's status", error);
    }
  };
  const isHold: IsWanted = ({ Name }) => Name === statusName;
  return {
    hold: (agentArn) => put(agentArn, isHold),
    release: (agentArn) => put(agentArn, isRoutable),
  };
}

/** Connect's own "Available". */
const isRoutable: IsWanted = ({ Type }) => Type === 'ROUTABLE';
