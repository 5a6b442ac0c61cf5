// AWS::DynamoDB::Table and ::GlobalTable (CDK's TableV2). Time to live is accepted and does
// nothing: on AWS it may lag for days, so nothing may rely on it, and the process would compare it
// with the wall clock.
import { z } from 'zod';
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import type { Cloud } from '../cloud.ts';
import {
  type Created,
  ignored,
  json,
  type ResourceInput,
  resourceKind,
} from '../template/resource-kind.ts';

const Key = z.strictObject({ AttributeName: z.string(), KeyType: z.string() });

const Index = z.strictObject({
  IndexName: z.string(),
  KeySchema: z.array(Key),
  Projection: json,
  ...ignored(
    'ContributorInsightsSpecification',
    'OnDemandThroughput',
    'ProvisionedThroughput',
    'ReadOnDemandThroughputSettings',
    'ReadProvisionedThroughputSettings',
    'WriteOnDemandThroughputSettings',
    'WriteProvisionedThroughputSettings',
    'WarmThroughput',
  ),
});

const common = {
  TableName: z.string().optional(),
  AttributeDefinitions: z.array(
    z.strictObject({ AttributeName: z.string(), AttributeType: z.string() }),
  ),
  KeySchema: z.array(Key),
  GlobalSecondaryIndexes: z.array(Index).optional(),
  LocalSecondaryIndexes: z.array(Index).optional(),
  StreamSpecification: z
    .strictObject({ StreamViewType: z.string(), ...ignored('ResourcePolicy') })
    .optional(),
  ...ignored('BillingMode', 'SSESpecification', 'TimeToLiveSpecification', 'WarmThroughput'),
};

const Table = z.strictObject({
  ...common,
  ...ignored(
    'ContributorInsightsSpecification',
    'DeletionProtectionEnabled',
    'OnDemandThroughput',
    'PointInTimeRecoverySpecification',
    'ProvisionedThroughput',
    'TableClass',
    'Tags',
  ),
});

const GlobalTable = z.strictObject({
  ...common,
  Replicas: z.array(json).default([]),
  ...ignored(
    'MultiRegionConsistency',
    'ReadOnDemandThroughputSettings',
    'ReadProvisionedThroughputSettings',
    'WriteOnDemandThroughputSettings',
    'WriteProvisionedThroughputSettings',
  ),
});

export const dynamoDbTable = resourceKind(Table, createTable);

export const dynamoDbGlobalTable = resourceKind(GlobalTable, (input) => {
  if (input.properties.Replicas.length > 1)
    throw new NotEmulated('global tables with several replicas');
  return createTable(input);
});

async function createTable({
  cloud,
  properties,
  generatedName,
}: ResourceInput<z.infer<z.ZodObject<typeof common>>>): Promise<Created> {
  const TableName = properties.TableName ?? generatedName;
  const index = ({ IndexName, KeySchema, Projection }: z.infer<typeof Index>) => ({
    IndexName,
    KeySchema,
    Projection,
  });
  const stream = await cloud.tables.create({
    TableName,
    AttributeDefinitions: properties.AttributeDefinitions,
    KeySchema: properties.KeySchema,
    BillingMode: 'PAY_PER_REQUEST',
    GlobalSecondaryIndexes: properties.GlobalSecondaryIndexes?.map(index),
    LocalSecondaryIndexes: properties.LocalSecondaryIndexes?.map(index),
    StreamSpecification: properties.StreamSpecification && {
      StreamViewType: properties.StreamSpecification.StreamViewType,
    },
  });
  return { ref: TableName, attributes: attributes(cloud, TableName, stream?.arn) };
}

function attributes(cloud: Cloud, table: string, streamArn: string | undefined) {
  return {
    Arn: cloud.tables.arnOf(table),
    TableId: table,
    ...(streamArn === undefined ? {} : { StreamArn: streamArn }),
  };
}
