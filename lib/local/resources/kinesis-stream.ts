// Kinesis streams have one shard here, so records of all partition keys keep their order.
import { z } from 'zod';
import { ignored, resourceKind } from '../template/resource-kind.ts';

/** AWS::Kinesis::Stream, one shard whatever the template says. */
export const kinesisStream = resourceKind(
  z.strictObject({
    Name: z.string().optional(),
    ...ignored(
      'RetentionPeriodHours',
      'ShardCount',
      'StreamEncryption',
      'StreamModeDetails',
      'Tags',
    ),
  }),
  ({ cloud, properties, generatedName }) => {
    const stream = cloud.kinesis.create(properties.Name ?? generatedName);
    return { ref: stream.name, attributes: { Arn: stream.arn }, thing: stream };
  },
);
