// SNS topics: who may publish is decided by the topic's policy, and a policy in the template
// replaces the one SNS gives a new topic. Nothing is mailed; who would have got it is kept. Queues
// get it raw, if their own policy lets the topic send.
import { type AwsLocation, arn } from '../aws-location.ts';
import { AwsError } from '../errors.ts';
import type { Iam, Principal } from '../iam/iam.ts';
import { parsePolicy } from '../iam/policy.ts';
import type { Json } from '../json.ts';
import type { SqsQueues } from '../sqs/sqs-queues.ts';

export class Topics {
  private readonly parts: {
    readonly location: AwsLocation;
    readonly iam: Iam;
    readonly queues: SqsQueues;
  };
  private readonly subscribers = new Map<string, string[]>();
  private readonly subscribedQueues = new Map<string, string[]>();

  constructor(parts: Topics['parts']) {
    this.parts = parts;
  }

  /** @returns its ARN */
  create(name: string): string {
    const { location, iam } = this.parts;
    const topicArn = arn(location, 'sns', name);
    this.subscribers.set(topicArn, []);
    iam.setOnResource(topicArn, parsePolicy(defaultPolicy(topicArn, location.account)));
    return topicArn;
  }

  isTopic(topicArn: string): boolean {
    return this.subscribers.has(topicArn);
  }

  setPolicy(topicArn: string, policy: Json): void {
    this.parts.iam.setOnResource(topicArn, parsePolicy(policy));
  }

  subscribe(topicArn: string, address: string): void {
    this.subscribers.get(topicArn)?.push(address);
  }

  /** @param queueArn of a queue that gets what is published, without SNS's envelope */
  subscribeQueue(topicArn: string, queueArn: string): void {
    const queues = this.subscribedQueues.get(topicArn) ?? [];
    this.subscribedQueues.set(topicArn, [...queues, queueArn]);
  }

  /** Publishes to the queues. Throws when a policy does not allow it, or there is no topic. */
  deliver(topicArn: string, principal: Principal, body: string): void {
    const { iam, queues } = this.parts;
    if (!this.isTopic(topicArn)) throw new AwsError('NotFound', `no topic ${topicArn}`, 404);
    iam.authorize(principal, 'sns:Publish', topicArn);
    const sns = { kind: 'service', name: 'sns.amazonaws.com', sourceArn: topicArn } as const;
    for (const queue of this.subscribedQueues.get(topicArn) ?? []) {
      iam.authorize(sns, 'sqs:SendMessage', queue);
      queues.withArn(queue).send({ body, sender: sns.name });
    }
  }

  /** Throws when the policy of the topic does not allow it. @returns the addresses it goes to */
  publish(topicArn: string, principal: Principal): readonly string[] {
    this.parts.iam.authorize(principal, 'sns:Publish', topicArn);
    return [...(this.subscribers.get(topicArn) ?? [])];
  }
}

/** What SNS gives a new topic: everything of its own account. */
const defaultPolicy = (topicArn: string, account: string): Json => ({
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Action: ['SNS:Publish', 'SNS:Subscribe', 'SNS:GetTopicAttributes'],
      Resource: topicArn,
      Condition: { StringEquals: { 'AWS:SourceOwner': account } },
    },
  ],
});
