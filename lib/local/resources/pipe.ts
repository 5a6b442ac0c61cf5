// EventBridge Pipes from a stream or queue to an event bus. Other sources and targets are refused
// by name.
import { z } from 'zod';
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import { arn } from '../aws-location.ts';
import type { Cloud } from '../cloud.ts';
import { type PipeParts, runThrough } from '../pipes/pipe.ts';
import { connectQueueToPipe } from '../pipes/queue-source.ts';
import { discardedBatch } from '../streams/dead-letters.ts';
import { streamByArn } from '../streams/find-stream.ts';
import { StreamPump } from '../streams/stream-pump.ts';
import { ignored, number, resourceKind } from '../template/resource-kind.ts';
import { parseFilters } from './lambda-event-source-mapping.ts';

const StreamParameters = z.strictObject({
  BatchSize: number.default(100),
  MaximumBatchingWindowInSeconds: number.default(0),
  MaximumRetryAttempts: number.default(-1),
  OnPartialBatchItemFailure: z.literal('AUTOMATIC_BISECT').optional(),
  DeadLetterConfig: z.strictObject({ Arn: z.string() }).optional(),
  StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST']),
  ...ignored('MaximumRecordAgeInSeconds', 'ParallelizationFactor'),
});

const Schema = z.strictObject({
  Name: z.string().optional(),
  RoleArn: z.string(),
  Source: z.string(),
  SourceParameters: z
    .strictObject({
      FilterCriteria: z
        .strictObject({ Filters: z.array(z.strictObject({ Pattern: z.string() })).default([]) })
        .default({ Filters: [] }),
      DynamoDBStreamParameters: StreamParameters.optional(),
      KinesisStreamParameters: StreamParameters.optional(),
      SqsQueueParameters: z
        .strictObject({
          BatchSize: number.default(10),
          ...ignored('MaximumBatchingWindowInSeconds'),
        })
        .optional(),
    })
    .default({ FilterCriteria: { Filters: [] } }),
  Enrichment: z.string().optional(),
  EnrichmentParameters: z.strictObject({ InputTemplate: z.string().optional() }).optional(),
  Target: z.string(),
  TargetParameters: z
    .strictObject({
      InputTemplate: z.string().optional(),
      EventBridgeEventBusParameters: z
        .strictObject({
          DetailType: z.string().optional(),
          Source: z.string().optional(),
          Time: z.string().optional(),
        })
        .optional(),
    })
    .default({}),
  DesiredState: z.enum(['RUNNING', 'STOPPED']).default('RUNNING'),
  ...ignored('Description', 'KmsKeyIdentifier', 'LogConfiguration', 'Tags'),
});

/** AWS::Pipes::Pipe from a stream or queue to an event bus. */
export const eventBridgePipe = resourceKind(Schema, ({ cloud, properties, generatedName }) => {
  const name = properties.Name ?? generatedName.slice(0, 64);
  const pipeArn = arn(cloud.location, 'pipes', `pipe/${name}`);
  if (!properties.Target.startsWith('arn:aws:events:'))
    throw new NotEmulated(`pipe target '${properties.Target}'`);
  if (properties.Enrichment && !properties.Enrichment.startsWith('arn:aws:lambda:'))
    throw new NotEmulated(`pipe enrichment '${properties.Enrichment}'`);
  const bus = properties.TargetParameters.EventBridgeEventBusParameters;
  const parts: PipeParts = {
    iam: cloud.iam,
    functions: cloud.functions,
    buses: cloud.buses,
    settings: {
      name,
      arn: pipeArn,
      role: cloud.iam.roleFor('pipes.amazonaws.com', properties.RoleArn),
      enrichment: properties.Enrichment,
      enrichmentTemplate: properties.EnrichmentParameters?.InputTemplate,
      bus: properties.Target,
      targetTemplate: properties.TargetParameters.InputTemplate,
      detailType: bus?.DetailType,
      source: bus?.Source,
      time: bus?.Time,
    },
  };
  if (properties.DesiredState === 'RUNNING') connect(cloud, parts, properties);
  return { ref: name, attributes: { Arn: pipeArn } };
});

function connect(cloud: Cloud, parts: PipeParts, properties: z.infer<typeof Schema>): void {
  const { Source, SourceParameters } = properties;
  const filters = parseFilters(SourceParameters.FilterCriteria.Filters);
  if (Source.startsWith('arn:aws:sqs:')) {
    connectQueueToPipe({
      queue: cloud.queues.withArn(Source),
      batchSize: SourceParameters.SqsQueueParameters?.BatchSize ?? 10,
      filters,
      pipe: parts,
      time: cloud.time,
      region: cloud.location.region,
    });
    return;
  }
  const settings =
    SourceParameters.DynamoDBStreamParameters ?? SourceParameters.KinesisStreamParameters;
  if (!settings) throw new NotEmulated(`pipe source '${Source}' without its parameters`);
  connectStreamToPipe(cloud, parts, { source: Source, filters, settings });
}

function connectStreamToPipe(
  cloud: Cloud,
  parts: PipeParts,
  from: {
    readonly source: string;
    readonly filters: ReturnType<typeof parseFilters>;
    readonly settings: z.infer<typeof StreamParameters>;
  },
): void {
  const { iam, time, queues } = cloud;
  const { role, arn: pipeArn } = parts.settings;
  const { settings } = from;
  const service = from.source.split(':')[2];
  new StreamPump({
    name: `pipe ${parts.settings.name}`,
    source: streamByArn(cloud, from.source),
    time,
    settings: {
      batchSize: settings.BatchSize,
      batchingWindow: settings.MaximumBatchingWindowInSeconds,
      bisects: settings.OnPartialBatchItemFailure === 'AUTOMATIC_BISECT',
      maximumRetryAttempts: settings.MaximumRetryAttempts,
      filters: from.filters,
    },
    process: async (records) => {
      for (const action of ['GetRecords', 'GetShardIterator'])
        iam.authorize(role, `${service}:${action}`, from.source);
      const events = records.map((record) => record.event);
      return { kind: (await runThrough(parts, events)) ? 'done' : 'failed' };
    },
    discard: (records, attempts) => {
      const dead = settings.DeadLetterConfig?.Arn;
      if (dead === undefined) return;
      iam.authorize(role, 'sqs:SendMessage', dead);
      const at = { now: time.iso(), streamArn: from.source, consumer: { pipeArn } };
      const body = JSON.stringify(discardedBatch(records, at, attempts));
      queues.withArn(dead).send({ body, sender: role.arn });
    },
  });
}
