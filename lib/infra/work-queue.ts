// A queue with its dead-letter queue and the two alarms every queue has: something died, something waits too long.
import { Duration } from 'aws-cdk-lib';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { ALARM_PERIOD, type AlarmBell } from './alarm-bell.ts';

const RECEIVES = 5;

interface WorkQueueProps {
  readonly bell: AlarmBell;
  /** Seconds a handler may take. */
  readonly handledWithin: number;
  /** Seconds a message may wait until the alarm rings. */
  readonly alarmAfter: number;
  /** How often a message is handed out before it is dead; five times when missing. */
  readonly receives?: number;
  /** Seconds until a message has lost its meaning; four days when missing. */
  readonly keptFor?: number;
}

export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly dead: IQueue;

  constructor(scope: Construct, name: string, props: WorkQueueProps) {
    super(scope, `${name}-queue`);
    this.dead = deadLetters(this, 'Dead', { bell: props.bell, of: name });
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // six times the timeout of the function, as Lambda's manual asks: room for its own retries
      visibilityTimeout: Duration.seconds(props.handledWithin * 6),
      retentionPeriod: Duration.seconds(props.keptFor ?? 4 * 86_400),
      deadLetterQueue: { queue: this.dead, maxReceiveCount: props.receives ?? RECEIVES },
    });
    props.bell.ringsFor(this, 'Waiting', {
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: ALARM_PERIOD }),
      above: props.alarmAfter,
      periods: 3,
      means: `The oldest message of '${name}' has been waiting for more than ${props.alarmAfter} s.`,
      article: `${name}-waiting`,
    });
  }
}

/** A queue of what could not be done, kept as long as SQS keeps anything; one message in it rings the bell. */
export function deadLetters(
  scope: Construct,
  id: string,
  props: { readonly bell: AlarmBell; readonly of: string },
): IQueue {
  const queue = new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  acknowledge(queue, 'AwsSolutions-SQS3', 'It is itself where dead letters go.');
  props.bell.ringsFor(scope, `${id}Letters`, {
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: ALARM_PERIOD }),
    above: 0,
    means: `Something of '${props.of}' failed for good and was put aside.`,
    article: `${props.of}-dead-letters`,
  });
  return queue;
}
