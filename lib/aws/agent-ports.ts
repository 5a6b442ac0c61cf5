// The ports of agents at their telephones, from the environment (see ports.ts).
import { ConnectClient } from '@aws-sdk/client-connect';
import type { Ports } from '../application/ports/ports.ts';
import { connectAgentHolds } from './connect/agent-holds.ts';
import { connectPhones } from './connect/phones.ts';
import { type Environment, readEnvironment } from './environment.ts';

const PATIENCE = { connectionTimeout: 1000, requestTimeout: 4000, throwOnRequestTimeout: true };

const connect = () => new ConnectClient({ requestHandler: PATIENCE });

export function phones(environment: Environment): Ports['phones'] {
  const { CONNECT_INSTANCE_ID } = readEnvironment(environment, 'CONNECT_INSTANCE_ID');
  return connectPhones(connect(), CONNECT_INSTANCE_ID);
}

export function agentHolds(environment: Environment): Ports['agentHolds'] {
  const { CONNECT_INSTANCE_ID, UNHANDLED_STATUS } = readEnvironment(
    environment,
    'CONNECT_INSTANCE_ID',
    'UNHANDLED_STATUS',
  );
  return connectAgentHolds(connect(), CONNECT_INSTANCE_ID, UNHANDLED_STATUS);
}
