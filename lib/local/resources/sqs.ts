// SQS queues and their policies. FIFO queues are refused by name.
import { z } from 'zod';
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import { parsePolicy } from '../iam/policy.ts';
import { boolean, ignored, json, number, resourceKind } from '../template/resource-kind.ts';

/** AWS::SQS::Queue, standard queues only. */
export const sqsQueue = resourceKind(
  z.strictObject({
    QueueName: z.string().optional(),
    DelaySeconds: number.default(0),
    VisibilityTimeout: number.default(30),
    MessageRetentionPeriod: number.default(345_600),
    RedrivePolicy: z
      .strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: number })
      .optional(),
    FifoQueue: boolean.optional(),
    ...ignored(
      'MaximumMessageSize',
      'ReceiveMessageWaitTimeSeconds',
      'RedriveAllowPolicy',
      'SqsManagedSseEnabled',
      'KmsMasterKeyId',
      'KmsDataKeyReusePeriodSeconds',
      'Tags',
    ),
  }),
  ({ cloud, properties, generatedName }) => {
    if (properties.FifoQueue) throw new NotEmulated('FIFO queues');
    const redrive = properties.RedrivePolicy;
    const queue = cloud.queues.create({
      name: properties.QueueName ?? generatedName.slice(0, 80),
      delay: properties.DelaySeconds,
      visibilityTimeout: properties.VisibilityTimeout,
      retention: properties.MessageRetentionPeriod,
      redrive: redrive && {
        target: redrive.deadLetterTargetArn,
        maxReceiveCount: redrive.maxReceiveCount,
      },
    });
    const { url, arn, name } = queue.settings;
    return { ref: url, attributes: { Arn: arn, QueueName: name, QueueUrl: url }, thing: queue };
  },
);

/** AWS::SQS::QueuePolicy */
export const sqsQueuePolicy = resourceKind(
  z.strictObject({ Queues: z.array(z.string()), PolicyDocument: json }),
  ({ cloud, properties, generatedName }) => {
    for (const url of properties.Queues)
      cloud.iam.allowOnResource(
        cloud.queues.withUrl(url).settings.arn,
        parsePolicy(properties.PolicyDocument),
      );
    return { ref: generatedName };
  },
);
