// The ports of those who are told of changes, from the environment (see ports.ts).
import { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi';
import type { Ports } from '../application/ports/ports.ts';
import { gatewayAnnouncer } from './api-gateway/announcer.ts';
import { dynamo, dynamoClient } from './dynamodb/document-table.ts';
import { dynamoWatchers } from './dynamodb/watchers.ts';
import { type Environment, readEnvironment } from './environment.ts';

const PATIENCE = { connectionTimeout: 1000, requestTimeout: 4000, throwOnRequestTimeout: true };

const watching = (environment: Environment) =>
  dynamoWatchers(
    dynamo(dynamoClient()),
    readEnvironment(environment, 'RUNTIME_TABLE').RUNTIME_TABLE,
  );
export const watchers = (environment: Environment): Ports['watchers'] => watching(environment);
export const admissions = (environment: Environment): Ports['admissions'] => watching(environment);

export function announcer(environment: Environment): Ports['announcer'] {
  const { LIVE_API } = readEnvironment(environment, 'LIVE_API');
  // where pages connect is also where they are told, over http
  const endpoint = LIVE_API.replace(/^ws/, 'http');
  const client = new ApiGatewayManagementApiClient({ endpoint, requestHandler: PATIENCE });
  return gatewayAnnouncer(client);
}
