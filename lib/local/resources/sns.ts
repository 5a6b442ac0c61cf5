// Topics, to which alarms and End User Messaging publish as far as their policies let them; the
// gateway knows no SNS.
import { z } from 'zod';
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import { boolean, ignored, json, resourceKind } from '../template/resource-kind.ts';

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

/** AWS::SNS::Subscription of a person or, for what comes raw, of a queue. */
export const snsSubscription = resourceKind(
  z.strictObject({
    Protocol: z.string(),
    TopicArn: z.string(),
    Endpoint: z.string(),
    RawMessageDelivery: boolean.default(false),
    ...ignored('FilterPolicy', 'FilterPolicyScope', 'RedrivePolicy', 'Region'),
  }),
  ({ cloud, properties, generatedName }) => {
    const { Protocol, TopicArn, Endpoint, RawMessageDelivery } = properties;
    if (Protocol === 'email') cloud.topics.subscribe(TopicArn, Endpoint);
    else if (Protocol === 'sqs' && RawMessageDelivery)
      cloud.topics.subscribeQueue(TopicArn, Endpoint);
    else throw new NotEmulated(`SNS subscription of protocol '${Protocol}'`);
    return { ref: generatedName };
  },
);
