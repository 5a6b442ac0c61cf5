// Every alarm notifies one topic and names an article of the runbook: an alarm nobody knows what to
// do about is noise.
import { Annotations, Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';

export interface Cause {
  readonly metric: IMetric;
  /** It goes off when the metric is above this. */
  readonly above: number;
  /** Periods in a row; one when missing. */
  readonly periods?: number;
  /** What it means, one sentence. */
  readonly means: string;
  /** Heading of the article in docs/runbook.md, as its anchor. */
  readonly article: string;
}

/** How long a metric is added up before it is compared. */
export const ALARM_PERIOD = Duration.minutes(1);

export class Alarms extends Construct {
  private readonly action: SnsAction;
  private readonly runbook: string;

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id);
    const topic = new Topic(this, 'Topic', {
      displayName: `${deployment.name} alarms`,
      enforceSSL: true,
    });
    letAlarmsPublish(topic);
    if (deployment.alarmsTo) topic.addSubscription(new EmailSubscription(deployment.alarmsTo));
    else Annotations.of(this).addWarningV2('ringback:alarms-to-nobody', TOLD_TO_NOBODY);
    this.action = new SnsAction(topic);
    this.runbook = deployment.runbook;
  }

  /** The alarm lives beside what it watches. */
  add(scope: Construct, id: string, cause: Cause): void {
    const alarm = new Alarm(scope, id, {
      metric: cause.metric,
      threshold: cause.above,
      evaluationPeriods: cause.periods ?? 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${cause.means} ${this.runbook}#${cause.article}`,
    });
    alarm.addAlarmAction(this.action);
    alarm.addOkAction(this.action);
  }
}

const TOLD_TO_NOBODY =
  'Nobody is told when an alarm goes off: name an e-mail address with -c alarmsTo=…';

/**
 * A new topic lets its own account publish, CloudWatch included. The statement of `enforceSSL`
 * makes a policy that replaces that one, so what it allowed has to be said.
 */
function letAlarmsPublish(topic: Topic): void {
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: 'CloudWatchAlarms',
      actions: ['sns:Publish'],
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(topic).account } },
    }),
  );
}
