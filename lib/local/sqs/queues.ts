import { AwsError } from '../errors.ts';
import type { Faults } from '../faults.ts';
import { arn, type Place } from '../place.ts';
import type { SimulatedTime } from '../time.ts';
import { Queue, type QueueSettings } from './queue.ts';

/** All queues of the cloud. */
export class Queues {
  private readonly parts: {
    readonly place: Place;
    readonly time: SimulatedTime;
    readonly faults: Faults;
  };
  private readonly byArn = new Map<string, Queue>();

  constructor(parts: Queues['parts']) {
    this.parts = parts;
  }

  create(settings: Omit<QueueSettings, 'arn' | 'url'>): Queue {
    const { place, time, faults } = this.parts;
    const queue = new Queue(
      {
        ...settings,
        arn: arn(place, 'sqs', settings.name),
        url: `${place.endpoint}/${place.account}/${settings.name}`,
      },
      { time, faults, findQueue: (target) => this.withArn(target) },
    );
    this.byArn.set(queue.settings.arn, queue);
    return queue;
  }

  withArn(queueArn: string): Queue {
    const queue = this.byArn.get(queueArn);
    if (!queue) throw nonExistent(queueArn);
    return queue;
  }

  /** Does not look whether it exists: IAM is asked first. */
  arnOfUrl(url: string): string {
    return arn(this.parts.place, 'sqs', url.slice(url.lastIndexOf('/') + 1));
  }

  withUrl(url: string): Queue {
    return this.withArn(this.arnOfUrl(url));
  }

  withName(name: string): Queue {
    return this.withArn(arn(this.parts.place, 'sqs', name));
  }

  all(): readonly Queue[] {
    return [...this.byArn.values()];
  }
}

function nonExistent(what: string): AwsError {
  return new AwsError('QueueDoesNotExist', `the queue ${what} does not exist`);
}
