// Queues by ARN, name and URL. SDKs and templates use all three.
import { type AwsLocation, arn } from '../aws-location.ts';
import { AwsError } from '../errors.ts';
import type { Faults } from '../faults.ts';
import type { SimulatedTime } from '../time.ts';
import { type QueueSettings, SqsQueue } from './sqs-queue.ts';

/** All queues of the cloud. */
export class SqsQueues {
  private readonly parts: {
    readonly location: AwsLocation;
    readonly time: SimulatedTime;
    readonly faults: Faults;
  };
  private readonly byArn = new Map<string, SqsQueue>();
  /** By name; alarms ask for each queue every minute. */
  private readonly arns = new Map<string, string>();

  constructor(parts: SqsQueues['parts']) {
    this.parts = parts;
  }

  create(settings: Omit<QueueSettings, 'arn' | 'url'>): SqsQueue {
    const { location, time, faults } = this.parts;
    const queue = new SqsQueue(
      {
        ...settings,
        arn: arn(location, 'sqs', settings.name),
        url: `${location.endpoint}/${location.account}/${settings.name}`,
      },
      { time, faults, findQueue: (target) => this.withArn(target) },
    );
    this.byArn.set(queue.settings.arn, queue);
    return queue;
  }

  withArn(queueArn: string): SqsQueue {
    const queue = this.byArn.get(queueArn);
    if (!queue) throw nonExistent(queueArn);
    return queue;
  }

  /** Does not check that the queue exists: permission is checked first. */
  arnOfUrl(url: string): string {
    return arn(this.parts.location, 'sqs', url.slice(url.lastIndexOf('/') + 1));
  }

  withUrl(url: string): SqsQueue {
    return this.withArn(this.arnOfUrl(url));
  }

  withName(name: string): SqsQueue {
    let queueArn = this.arns.get(name);
    if (queueArn === undefined) {
      queueArn = arn(this.parts.location, 'sqs', name);
      this.arns.set(name, queueArn);
    }
    return this.withArn(queueArn);
  }

  all(): readonly SqsQueue[] {
    return [...this.byArn.values()];
  }
}

function nonExistent(what: string): AwsError {
  return new AwsError('QueueDoesNotExist', `the queue ${what} does not exist`);
}
