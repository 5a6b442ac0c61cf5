// Everything that happens: queues, functions, bus, journal pipe, schedules and the alarms on them.
import { Duration, Stack } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Stream } from 'aws-cdk-lib/aws-kinesis';
import { type Function as LambdaFunction, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { KinesisEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import { STREAM_PARALLELISM } from '../application/tasks/functions-at-once.ts';
import { TASK_NAMES, TASKS, taskOf } from '../application/tasks/tasks.ts';
import type { Definitions } from '../language/definitions.ts';
import { Alarms } from './alarms.ts';
import type { ConnectStack } from './connect-stack.ts';
import type { DataStack } from './data-stack.ts';
import { type Deployment, stackPlace } from './deployment.ts';
import { EventRoutes } from './event-routes.ts';
import { watchConnect, watchFlowFunctions, watchFunctions } from './function-alarms.ts';
import { bindPorts } from './grants.ts';
import { IncomingMail } from './incoming-mail.ts';
import { JournalPipe } from './journal-pipe.ts';
import { Messaging } from './messaging.ts';
import { Recurring } from './recurring.ts';
import { Replies } from './replies.ts';
import type { World } from './resources.ts';
import { DIALER_TASKS, type TaskFunctions, taskFunctions } from './task-function.ts';
import { webhookRoutes } from './webhook-routes.ts';
import { deadLetters } from './work-queue.ts';
import { startWork, workQueues } from './work-queues.ts';
import { worldOf } from './world.ts';

const isNeeded = ({ onlyWith }: { readonly onlyWith?: 'sms' }, { campaigns }: Definitions) =>
  onlyWith === undefined ||
  Object.values(campaigns).some(({ channels }) => channels[onlyWith] !== undefined);

interface DialerProps {
  readonly deployment: Deployment;
  readonly data: DataStack;
  readonly connect: ConnectStack;
}

export class DialerStack extends Stack {
  /** What integrators subscribe to. */
  readonly bus: EventBus;
  readonly routes: EventRoutes;
  readonly functions: TaskFunctions;
  readonly alarms: Alarms;
  readonly world: World;

  constructor(scope: Construct, id: string, { deployment, data, connect }: DialerProps) {
    super(scope, id, {
      ...stackPlace(deployment, 'dialer'),
      description: 'Dialer, callback rules and messages',
    });
    const { name } = deployment;
    const alarms = new Alarms(this, 'Alarms', deployment);
    const undelivered = deadLetters(this, 'Undelivered', { alarms, of: 'events' });
    const { definitions } = deployment;
    const queues = workQueues(this, { alarms, definitions });
    const messaging = new Messaging(this, 'Messaging', deployment);
    const mail =
      queues.mail === undefined
        ? undefined
        : new IncomingMail(this, 'IncomingMail', deployment).bucket;
    const functions = taskFunctions(this, deployment);
    const world = worldOf(this, {
      deployment,
      data,
      connect,
      messaging,
      mail,
      dialQueue: queues.dial.queue,
      tickQueue: queues.ticks.queue,
      surveyQueue: queues['survey-calls'].queue,
      smsQueue: queues.sms.queue,
      emailQueue: queues.email.queue,
      webhookQueue: queues.webhooks.queue,
      copyQueue: queues.copies.queue,
      importQueue: queues.imports.queue,
    });
    this.functions = functions;
    this.alarms = alarms;
    this.world = world;
    for (const task of DIALER_TASKS) {
      const fn = functions[task];
      if (fn !== undefined) bindPorts(fn, task, world);
    }

    startWork(queues, functions, deployment);
    if (connect.agentEvents !== undefined)
      this.listenToAgents(connect.agentEvents, functions['agent-events'], alarms);
    const routes = new EventRoutes(this, 'Events', {
      name,
      queues,
      undelivered,
      instanceArn: connect.instance.arn,
      contacts: data.contacts,
      recordings: data.recordings,
      emailConfigurationSet: messaging.emailConfigurationSet,
      mail,
    });
    this.routes = routes;
    this.bus = routes.bus;
    new Replies(this, 'Replies', { name, queue: queues.replies.queue });
    webhookRoutes(routes, deployment, queues.webhooks.queue);
    new JournalPipe(this, 'JournalPipe', {
      name,
      journal: data.journal,
      publish: functions['publish-journal'],
      retries: TASKS['publish-journal'].retries,
      bus: routes.bus,
      dead: deadLetters(this, 'LostEntries', { alarms, of: 'journal' }),
    });
    for (const name of TASK_NAMES) {
      const task = taskOf(name);
      if (task.trigger !== 'schedule' || !isNeeded(task, definitions)) continue;
      const fn = functions[name as keyof typeof functions];
      if (fn === undefined) continue;
      new Recurring(this, name, { fn, every: task.everyMinutes, undelivered });
    }
    const idle = connect.agentEvents === undefined ? (['agent-events'] as const) : [];
    watchFunctions(this, functions, alarms, idle);
    watchFlowFunctions(this, deployment, connect.flowTasks, alarms);
    watchConnect(this, connect.instance, alarms);
  }

  private listenToAgents(events: Stream, fn: LambdaFunction, alarms: Alarms): void {
    const source = new KinesisEventSource(events, {
      startingPosition: StartingPosition.LATEST,
      batchSize: 100,
      // order is kept per agent, which is the stream's partition key
      parallelizationFactor: STREAM_PARALLELISM,
      bisectBatchOnError: true,
      retryAttempts: TASKS['agent-events'].retries,
      maxRecordAge: Duration.hours(1),
      reportBatchItemFailures: true,
      onFailure: new SqsDlq(deadLetters(this, 'LostAgentEvents', { alarms, of: 'agent-events' })),
    });
    fn.addEventSource(source);
  }
}
