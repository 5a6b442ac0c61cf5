// Every alarm notifies one topic and names an article of the runbook: an alarm nobody knows what to
// do about is noise.
import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
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
    if (deployment.alarmsTo) topic.addSubscription(new EmailSubscription(deployment.alarmsTo));
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
  }
}
