// Topics, to which alarms publish as far as their policies let them; the gateway knows no SNS.
import { z } from 'zod';
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import { ignored, json, resourceKind } from '../template/resource-kind.ts';

/** AWS::SNS::Topic */
export const snsTopic = resourceKind(
  z.strictObject({
    TopicName: z.string().optional(),
    ...ignored('DisplayName', 'KmsMasterKeyId', 'SignatureVersion', 'Tags', 'TracingConfig'),
  }),
  ({ cloud, properties, generatedName }) => {
    const name = properties.TopicName ?? generatedName;
    const topicArn = cloud.topics.create(name);
    return { ref: topicArn, attributes: { TopicArn: topicArn, TopicName: name } };
  },
);

/** AWS::SNS::TopicPolicy */
export const snsTopicPolicy = resourceKind(
  z.strictObject({ Topics: z.array(z.string()), PolicyDocument: json }),
  ({ cloud, properties, generatedName }) => {
    for (const topic of properties.Topics) cloud.topics.setPolicy(topic, properties.PolicyDocument);
    return { ref: generatedName };
  },
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
  ({ cloud, properties, generatedName }) => {
    if (properties.Protocol !== 'email')
      throw new NotEmulated(`SNS subscription of protocol '${properties.Protocol}'`);
    cloud.topics.subscribe(properties.TopicArn, properties.Endpoint);
    return { ref: generatedName };
  },
);
