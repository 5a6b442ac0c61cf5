// Topics exist so that alarms can name them; nothing publishes locally, and the gateway knows no
// SNS.
import { z } from 'zod';
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import { arn } from '../aws-location.ts';
import { ignored, json, resourceKind } from '../template/resource-kind.ts';

/** AWS::SNS::Topic */
export const snsTopic = resourceKind(
  z.strictObject({
    TopicName: z.string().optional(),
    ...ignored('DisplayName', 'KmsMasterKeyId', 'SignatureVersion', 'Tags', 'TracingConfig'),
  }),
  ({ cloud, properties, generatedName }) => {
    const name = properties.TopicName ?? generatedName;
    const topicArn = arn(cloud.location, 'sns', name);
    return { ref: topicArn, attributes: { TopicArn: topicArn, TopicName: name } };
  },
);

/** AWS::SNS::TopicPolicy */
export const snsTopicPolicy = resourceKind(
  z.strictObject({ Topics: z.array(z.string()), PolicyDocument: json }),
  ({ generatedName }) => ({ ref: generatedName }),
);

/**
 * AWS::SNS::Subscription of a person; a queue or function would wait for messages that never come.
 */
export const snsSubscription = resourceKind(
  z.strictObject({
    Protocol: z.string(),
    TopicArn: z.string(),
    Endpoint: z.string(),
    ...ignored(
      'FilterPolicy',
      'FilterPolicyScope',
      'RawMessageDelivery',
      'RedrivePolicy',
      'Region',
    ),
  }),
  ({ properties, generatedName }) => {
    if (properties.Protocol !== 'email')
      throw new NotEmulated(`SNS subscription of protocol '${properties.Protocol}'`);
    return { ref: generatedName };
  },
);
