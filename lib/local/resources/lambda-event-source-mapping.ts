// Event source mappings of queues and streams.
import { z } from 'zod';
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import type { Cloud } from '../cloud.ts';
import { type EventPattern, parsePattern } from '../events/event-pattern.ts';
import type { Json } from '../json.ts';
import { connectQueue } from '../lambda/sqs-event-source.ts';
import { connectStream } from '../lambda/stream-event-source.ts';
import { streamByArn } from '../streams/find-stream.ts';
import { boolean, ignored, number, resourceKind } from '../template/resource-kind.ts';

const Schema = z.strictObject({
  FunctionName: z.string(),
  EventSourceArn: z.string(),
  BatchSize: number.optional(),
  MaximumBatchingWindowInSeconds: number.default(0),
  Enabled: boolean.default(true),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  ScalingConfig: z.strictObject({ MaximumConcurrency: number }).optional(),
  FilterCriteria: z
    .strictObject({ Filters: z.array(z.strictObject({ Pattern: z.string() })).default([]) })
    .default({ Filters: [] }),
  BisectBatchOnFunctionError: boolean.default(false),
  MaximumRetryAttempts: number.default(-1),
  DestinationConfig: z
    .strictObject({ OnFailure: z.strictObject({ Destination: z.string() }).optional() })
    .default({}),
  StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST']).optional(),
  ...ignored(
    'MaximumRecordAgeInSeconds',
    'MetricsConfig',
    'ParallelizationFactor',
    'ProvisionedPollerConfig',
    'Tags',
  ),
});

/** AWS::Lambda::EventSourceMapping for queues, DynamoDB streams and Kinesis streams. */
export const lambdaEventSourceMapping = resourceKind(
  Schema,
  ({ cloud, properties, generatedName }) => {
    if (properties.Enabled) connect(cloud, properties);
    return { ref: generatedName, attributes: { Id: generatedName } };
  },
);

function connect(cloud: Cloud, properties: z.infer<typeof Schema>): void {
  const { iam, time, location, queues } = cloud;
  const target = cloud.functions.get(properties.FunctionName);
  const shared = {
    batchingWindow: properties.MaximumBatchingWindowInSeconds,
    reportsItemFailures: properties.FunctionResponseTypes.length > 0,
    filters: parseFilters(properties.FilterCriteria.Filters),
  };
  const source = properties.EventSourceArn;
  if (source.startsWith('arn:aws:sqs:')) {
    connectQueue({
      settings: {
        ...shared,
        batchSize: properties.BatchSize ?? 10,
        maximumConcurrency: properties.ScalingConfig?.MaximumConcurrency,
      },
      queue: queues.withArn(source),
      target,
      iam,
      time,
      region: location.region,
    });
    return;
  }
  connectStream({
    settings: {
      ...shared,
      batchSize: properties.BatchSize ?? 100,
      bisects: properties.BisectBatchOnFunctionError,
      maximumRetryAttempts: properties.MaximumRetryAttempts,
      onFailure: properties.DestinationConfig.OnFailure?.Destination,
    },
    source: streamByArn(cloud, source),
    target,
    iam,
    time,
    queues,
  });
}

export function parseFilters(
  filters: readonly { readonly Pattern: string }[],
): readonly EventPattern[] {
  return filters.map(({ Pattern }) => {
    const pattern: unknown = JSON.parse(Pattern);
    if (typeof pattern !== 'object') throw new NotEmulated(`filter pattern ${Pattern}`);
    return parsePattern(pattern as Json);
  });
}
