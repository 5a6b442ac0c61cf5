// A DynamoDB of the user's own choice may hold the tables of an earlier run, or things of theirs. A
// run starts with empty tables, because its people, agents and clock start afresh; what is there is
// deleted only when the user says so.
import { setTimeout as realPause } from 'node:timers/promises';
import { UnusableEndpoint } from '../errors.ts';
import { isList, isObject, type JsonObject } from '../json.ts';
import type { Stack } from '../template/assembly.ts';
import type { DynamoDbClient } from './dynamodb-client.ts';
import { ENDPOINT_VARIABLE } from './given-endpoint.ts';

/** Environment variable that allows the tables of an earlier run to be deleted. */
export const REPLACE_VARIABLE = 'RINGBACK_DYNAMODB_REPLACE';

const TABLES: ReadonlySet<string> = new Set(['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable']);
/** A hundred looks, 100 ms apart, until a deleted table is gone. */
const LOOKS = 100;

/** @param endpoint as the user gave it */
export async function clearTables(
  endpoint: string,
  client: DynamoDbClient,
  stacks: readonly Stack[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const ours = tableNames(stacks);
  const there = (await listTables(endpoint, client)).filter((name) => ours.has(name));
  if (there.length === 0) return;
  if (!env[REPLACE_VARIABLE]) throw new UnusableEndpoint(refusal(endpoint, there));
  for (const TableName of there) await client.call('DynamoDB_20120810.DeleteTable', { TableName });
  for (let look = 0; look < LOOKS; look++) {
    const left = (await listTables(endpoint, client)).filter((name) => ours.has(name));
    if (left.length === 0) return;
    await realPause(100);
  }
  throw new UnusableEndpoint(`${endpoint} does not delete ${there.join(', ')}`);
}

const refusal = (endpoint: string, there: readonly string[]): string =>
  `the DynamoDB at ${endpoint} already has ${there.join(', ')}: a run starts with empty tables. ` +
  `Set ${REPLACE_VARIABLE}=1 to have them deleted, delete them yourself, or name another endpoint in ${ENDPOINT_VARIABLE}`;

/**
 * Names as the deployment will give them; one that is put together in the template is found when it
 * is made.
 */
function tableNames(stacks: readonly Stack[]): ReadonlySet<string> {
  const names = stacks.flatMap(({ name, template }) => {
    const resources = isObject(template.Resources) ? template.Resources : {};
    return Object.entries(resources).flatMap(([logicalId, resource]) => {
      if (!isObject(resource) || !TABLES.has(String(resource.Type))) return [];
      const { TableName } = isObject(resource.Properties) ? resource.Properties : {};
      if (TableName === undefined) return [`${name}-${logicalId}`];
      return typeof TableName === 'string' ? [TableName] : [];
    });
  });
  return new Set(names);
}

async function listTables(endpoint: string, client: DynamoDbClient): Promise<readonly string[]> {
  const names: string[] = [];
  let from: unknown;
  do {
    const answer = await ask(endpoint, client, from);
    if (isList(answer.TableNames)) names.push(...answer.TableNames.map(String));
    from = answer.LastEvaluatedTableName;
  } while (from !== undefined);
  return names;
}

async function ask(endpoint: string, client: DynamoDbClient, from: unknown): Promise<JsonObject> {
  const input = from === undefined ? {} : { ExclusiveStartTableName: from };
  try {
    return (await client.call('DynamoDB_20120810.ListTables', input)) as JsonObject;
  } catch (cause) {
    const problem = `${endpoint}, named in ${ENDPOINT_VARIABLE}, does not answer as a DynamoDB`;
    throw new UnusableEndpoint(`${problem}: ${(cause as Error).message}`, { cause });
  }
}
