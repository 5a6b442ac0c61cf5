// SNS topics as alarms use them: who may publish is decided by the topic's policy, and a policy in
// the template replaces the one SNS gives a new topic. Nothing is mailed; who would have got it is
// kept.
import { type AwsLocation, arn } from '../aws-location.ts';
import type { Iam, Principal } from '../iam/iam.ts';
import { parsePolicy } from '../iam/policy.ts';
import type { Json } from '../json.ts';

export class Topics {
  private readonly parts: { readonly location: AwsLocation; readonly iam: Iam };
  private readonly subscribers = new Map<string, string[]>();

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
