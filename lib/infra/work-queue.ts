// A queue with its dead-letter queue and the two alarms every queue has: something died, something
// waits too long.
import { Duration } from 'aws-cdk-lib';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { QueueWiring } from '../application/tasks/wiring.ts';
import { acknowledge } from './acknowledge.ts';
import { ALARM_PERIOD, type Alarms } from './alarms.ts';

interface WorkQueueProps {
  readonly alarms: Alarms;
  /** Seconds a handler may take. */
  readonly handledWithin: number;
  readonly wiring: QueueWiring;
}

export class WorkQueue extends Construct {
  readonly queue: Queue;
  /** Delivers late; only where the task asks for it. */
  readonly late: Queue | undefined;
  readonly dead: IQueue;

  constructor(scope: Construct, name: string, props: WorkQueueProps) {
    super(scope, `${name}-queue`);
    const { alarms, wiring } = props;
    this.dead = deadLetters(this, 'Dead', { alarms, of: name });
    this.queue = this.made('Queue', name, props);
    this.late = wiring.late && this.made('Late', wiring.late.name, props, wiring.late.seconds);
  }

  /** @param delay seconds after which a message is delivered */
  private made(id: string, name: string, props: WorkQueueProps, delay = 0): Queue {
    const { alarms, wiring, handledWithin } = props;
    const queue = new Queue(this, id, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      ...(delay > 0 && { deliveryDelay: Duration.seconds(delay) }),
      // six times the timeout of the function, as Lambda's manual asks: room for its own retries
      visibilityTimeout: Duration.seconds(handledWithin * 6),
      retentionPeriod: Duration.seconds(wiring.keptFor ?? 4 * 86_400),
      deadLetterQueue: { queue: this.dead, maxReceiveCount: wiring.attempts },
    });
    const longest = wiring.alarmAfter + (wiring.delayedUpTo ?? 0);
    alarms.add(this, delay > 0 ? `${id}Waiting` : 'Waiting', {
      metric: queue.metricApproximateAgeOfOldestMessage({ period: ALARM_PERIOD }),
      above: longest,
      periods: 3,
      means: `The oldest message of '${name}' has been waiting for more than ${longest} s.`,
      article: `${wiring.name}-waiting`,
    });
    return queue;
  }
}

/**
 * A queue of what could not be done, kept as long as SQS keeps anything; one message in it sets off
 * the alarm.
 */
export function deadLetters(
  scope: Construct,
  id: string,
  props: { readonly alarms: Alarms; readonly of: string },
): IQueue {
  const queue = new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  acknowledge(queue, 'AwsSolutions-SQS3', 'It is itself where dead letters go.');
  props.alarms.add(scope, `${id}Letters`, {
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: ALARM_PERIOD }),
    above: 0,
    means: `Something of '${props.of}' failed for good and was put aside.`,
    article: `${props.of}-dead-letters`,
  });
  return queue;
}
