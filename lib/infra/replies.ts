// Where text messages of customers come in: a topic, which is entered in End User Messaging as the
// two-way target of each leased number, and behind it the queue of the function that reads them.
import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

interface RepliesProps {
  /** Of the deployment. */
  readonly name: string;
  readonly queue: Queue;
}

export class Replies extends Construct {
  constructor(scope: Construct, id: string, { name, queue }: RepliesProps) {
    super(scope, id);
    const topic = new Topic(this, 'Topic', {
      topicName: `${name}-text-replies`,
      displayName: `${name} text messages of customers`,
      enforceSSL: true,
    });
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'EndUserMessaging',
        actions: ['sns:Publish'],
        principals: [new ServicePrincipal('sms-voice.amazonaws.com')],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    topic.addSubscription(new SqsSubscription(queue, { rawMessageDelivery: true }));
  }
}
