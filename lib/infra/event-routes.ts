// What reaches the functions by events: Connect, SES, End User Messaging and S3 speak on the
// account's default bus, our journal on a bus of its own. A route is a pattern, a target and, for
// our own events, the part the task takes.
import { Duration, Stack } from 'aws-cdk-lib';
import {
  EventBus,
  EventField,
  type EventPattern,
  type IRuleTarget,
  Rule,
  RuleTargetInput,
} from 'aws-cdk-lib/aws-events';
import { PolicyStatement, type Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import {
  LAST_EVENT,
  RELEVANT_EVENTS,
  TAKEN_OUTSIDE,
  TOLD_LATE,
} from '../domain/calls/relevant-contact-events.ts';
import type { EntryType } from '../domain/model/journal.ts';
import { RECORDED, UPLOADS } from './data-stack.ts';
import { MAIL } from './incoming-mail.ts';
import { FED_BY_EVENTS, type QueueName, queuesOfWork, type WorkQueues } from './work-queues.ts';

/** `source` of every event of ours. */
export const EVENT_SOURCE = 'ringback';

interface Target {
  readonly arn: string;
  readonly input?: RuleTargetInput;
  readonly role?: Role;
}

interface Sources {
  readonly name: string;
  readonly queues: WorkQueues;
  /** Takes what could not be delivered to its target for a day. */
  readonly undelivered: IQueue;
  readonly instanceArn: string;
  readonly contacts: Bucket;
  readonly recordings: Bucket;
  readonly emailConfigurationSet: string;
  /** What SES has received; undefined where no mailbox does. */
  readonly mail: Bucket | undefined;
}

export class EventRoutes extends Construct {
  readonly bus: EventBus;
  private readonly undelivered: IQueue;

  constructor(scope: Construct, id: string, sources: Sources) {
    super(scope, id);
    const { queues, mail } = sources;
    this.undelivered = sources.undelivered;
    this.bus = new EventBus(this, 'Bus', {
      eventBusName: sources.name,
      description: 'Everything that happens to records and campaigns',
    });
    const connect = { source: ['aws.connect'], detailType: ['Amazon Connect Contact Event'] };
    const ofInstance = { instanceArn: [sources.instanceArn], channel: ['VOICE'] };
    this.fromAws('ContactEvents', queues, 'contact-events', {
      ...connect,
      detail: {
        ...ofInstance,
        eventType: RELEVANT_EVENTS.filter((type) => type !== TOLD_LATE.type),
      },
    });
    const waits = { ...ofInstance, eventType: [TOLD_LATE.type] };
    const isPlaced = [TOLD_LATE.initiationMethod];
    this.fromAws('WaitsForAgent', queues, 'contact-events', {
      ...connect,
      detail: { ...waits, initiationMethod: [{ 'anything-but': isPlaced }, { exists: false }] },
    });
    const late = queues['contact-events'].late;
    if (late !== undefined)
      this.route(
        this,
        'PlacedWaitsForAgent',
        { ...connect, detail: { ...waits, initiationMethod: isPlaced } },
        { arn: late.queueArn },
      );
    this.fromAws('WrapUpEnded', queues, 'contact-events', {
      ...connect,
      detail: {
        ...ofInstance,
        eventType: [LAST_EVENT],
        agentInfo: { agentArn: [{ exists: true }] },
      },
    });
    this.fromAws('TakenOutside', queues, 'contact-events', {
      ...connect,
      detail: {
        ...ofInstance,
        eventType: [TAKEN_OUTSIDE.type],
        initiationMethod: [TAKEN_OUTSIDE.initiationMethod],
      },
    });
    // to the function that has sent them and knows what it has stored
    this.fromAws('TextMessages', queues, 'sms', {
      source: ['aws.sms-voice'],
      detailType: ['Text Message Delivery Status Updated'],
    });
    this.fromAws('Emails', queues, 'message-events', {
      source: ['aws.ses'],
      detail: { mail: { tags: { 'ses:configuration-set': [sources.emailConfigurationSet] } } },
    });
    this.fromAws('Uploads', queues, 'imports', {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: {
        bucket: { name: [sources.contacts.bucketName] },
        object: { key: [{ prefix: UPLOADS }] },
      },
    });
    this.fromAws('Recordings', queues, 'recordings', {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: {
        bucket: { name: [sources.recordings.bucketName] },
        object: { key: [{ prefix: RECORDED }] },
      },
    });
    if (mail !== undefined)
      this.fromAws('Mail', queues, 'mail', {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [mail.bucketName] }, object: { key: [{ prefix: MAIL }] } },
      });
    for (const kind of ['sms', 'email'] as const) {
      const target = {
        arn: queues[kind].queue.queueArn,
        input: partsOf('campaign', 'record', 'message'),
      };
      this.onOurs(this, `Ordered-${kind}`, 'message.ordered', { kind: [kind] }, target);
    }
    this.onOurs(this, 'Alerts', 'campaign.pool-low', undefined, {
      arn: queues.email.queue.queueArn,
      input: partsOf('campaign', 'at', 'left', 'limit'),
    });
    this.letEventBridgeSend(queues);
  }

  /** Routes entries of our journal. @param scope of the stack the rule belongs to */
  onOurs(
    scope: Construct,
    id: string,
    type: EntryType,
    detail: Record<string, readonly unknown[]> | undefined,
    target: Target & { readonly input: RuleTargetInput },
  ): void {
    const pattern = { source: [EVENT_SOURCE], detailType: [type], detail };
    this.route(scope, id, pattern, target, this.bus);
  }

  private fromAws(id: string, queues: WorkQueues, queue: QueueName, pattern: EventPattern): void {
    const arn = queues[queue]?.queue.queueArn;
    if (arn !== undefined) this.route(this, id, pattern, { arn });
  }

  private route(
    scope: Construct,
    id: string,
    eventPattern: EventPattern,
    target: Target,
    eventBus?: EventBus,
  ): void {
    const bound: IRuleTarget = {
      bind: () => ({
        ...target,
        deadLetterConfig: { arn: this.undelivered.queueArn },
        retryPolicy: {
          maximumEventAgeInSeconds: Duration.days(1).toSeconds(),
          maximumRetryAttempts: 185,
        },
      }),
    };
    new Rule(scope, id, { eventPattern, targets: [bound], eventBus });
  }

  /**
   * One statement per queue for all our rules: one per rule, as the L2 targets write them, would
   * pass the 8 KB a queue policy may have at some twenty rules.
   */
  private letEventBridgeSend(queues: WorkQueues): void {
    const rules = Stack.of(this).formatArn({ service: 'events', resource: 'rule/*' });
    const fed = FED_BY_EVENTS.flatMap((name) => {
      const made = queues[name];
      return made === undefined ? [] : queuesOfWork(made);
    });
    for (const queue of [...fed, this.undelivered]) {
      queue.addToResourcePolicy(
        new PolicyStatement({
          sid: 'EventBridge',
          actions: ['sqs:SendMessage'],
          principals: [new ServicePrincipal('events.amazonaws.com')],
          resources: [queue.queueArn],
          conditions: { ArnLike: { 'aws:SourceArn': rules } },
        }),
      );
    }
  }
}

/** An object of these fields of the event's detail. */
export function partsOf(...fields: readonly string[]): RuleTargetInput {
  const parts = fields.map((field) => [field, EventField.fromPath(`$.detail.${field}`)] as const);
  return RuleTargetInput.fromObject(Object.fromEntries(parts));
}
