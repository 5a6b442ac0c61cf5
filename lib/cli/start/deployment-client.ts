// What a person outside of the cloud uses to work with the deployment: S3 to upload and download,
// Lambda to invoke functions, the tables to look at.
import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Journal } from '../../application/ports/journal.ts';
import type { RecordStore } from '../../application/ports/record-store.ts';
import type { TaskInput, TaskName, TaskOutput } from '../../application/tasks/tasks.ts';
import { dynamo, dynamoClient } from '../../aws/dynamodb/document-table.ts';
import { dynamoJournal } from '../../aws/dynamodb/journal.ts';
import { dynamoRecordStore } from '../../aws/dynamodb/record-store.ts';
import type { LocalCloud } from '../../local/local-cloud.ts';

/** Name of the deployment: functions are called `<name>-<task>`. */
/** Its name: local runs have the usual one. */
export const DEPLOYMENT = 'ringback';

export interface DeploymentClient {
  readonly records: RecordStore;
  readonly journal: Journal;
  readonly tables: { readonly records: string; readonly journal: string; readonly runtime: string };
  invoke<T extends TaskName>(task: T, input: TaskInput<T>): Promise<TaskOutput<T>>;
  upload(key: string, body: Uint8Array): Promise<void>;
  download(key: string): Promise<string>;
  /** Name of the topic that texts of customers come in by. */
  readonly replyTopic: string;
  /** E.164, by its id in the definitions. */
  ownNumber(id: string): string;
}

const nothing = (): void => {};
/**
 * Nobody reads what a client logs, but for a logger that takes notes the SDK goes through every
 * answer, in search of secrets: 170 ms for the 4,000 items a short run reads at its end.
 */
const QUIET = { debug: nothing, warn: nothing, error: nothing } as unknown as NonNullable<
  DynamoDBClientConfig['logger']
>;

export function deploymentClient(cloud: LocalCloud): DeploymentClient {
  const config = cloud.clientConfig();
  const s3 = new S3Client({ ...config, forcePathStyle: true });
  const db = dynamo(dynamoClient({ ...config, logger: QUIET }));
  const tables = tablesOf(cloud);
  const Bucket = bucketOf(cloud, 'Contacts');
  return {
    tables,
    replyTopic: `${DEPLOYMENT}-text-replies`,
    records: dynamoRecordStore(db, { ...tables, dueIndex: 'due' }),
    journal: dynamoJournal(db, tables.journal),
    invoke: invoker(new LambdaClient(config)),
    async upload(Key, Body) {
      await s3.send(new PutObjectCommand({ Bucket, Key, Body }));
    },
    async download(Key) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      return (await Body?.transformToString('utf8')) ?? '';
    },
    ownNumber: (id) => cloud.parameters.get(`/${DEPLOYMENT}/numbers/${id}`).value,
  };
}

/** The CDK begins a resource's id with the name of its construct. */
function bucketOf({ resources }: LocalCloud, name: string): string {
  const found = resources.find(
    ({ type, logicalId }) => type === 'AWS::S3::Bucket' && logicalId.startsWith(name),
  );
  if (!found) throw new Error(`the assembly has no bucket '${name}'`);
  return found.ref;
}

function tablesOf(cloud: LocalCloud): DeploymentClient['tables'] {
  const table = (id: string) => {
    const found = cloud.resources.find(
      ({ type, logicalId }) =>
        type === 'AWS::DynamoDB::Table' && logicalId.toLowerCase().startsWith(id),
    );
    if (!found) throw new Error(`the assembly has no table '${id}'`);
    return found.ref;
  };
  return { records: table('records'), journal: table('journal'), runtime: table('runtime') };
}

/** Calls a function as its caller would, and reads what it answered. */
function invoker(lambda: LambdaClient): DeploymentClient['invoke'] {
  return async <T extends TaskName>(task: T, input: TaskInput<T>): Promise<TaskOutput<T>> => {
    const command = new InvokeCommand({
      FunctionName: `${DEPLOYMENT}-${task}`,
      Payload: JSON.stringify(input),
    });
    const { Payload, FunctionError } = await lambda.send(command);
    const text = Buffer.from(Payload ?? []).toString('utf8');
    if (FunctionError) throw new Error(`${task} failed: ${text}`);
    return JSON.parse(text) as TaskOutput<T>;
  };
}
