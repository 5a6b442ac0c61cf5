// One Lambda function per entry of the task catalogue, from the bundle of that name. Code is named
// by path: nothing of functions/ is ever loaded here.
import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  RecursiveLoop,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { API_TASKS } from '../application/tasks/api-tasks.ts';
import type { FlowTaskName } from '../application/tasks/inbound-tasks.ts';
import type { LIVE_TASKS } from '../application/tasks/live-tasks.ts';
import { TASK_NAMES, type TaskName, taskOf } from '../application/tasks/tasks.ts';
import { repliesDomains } from '../domain/messaging/reply-address.ts';
import type { Definitions } from '../language/definitions.ts';
import { acknowledge } from './acknowledge.ts';
import type { Deployment } from './deployment.ts';

/** What happened longer ago is in the journal, not in logs. */
export const LOGS_KEPT = RetentionDays.ONE_MONTH;

/** Known before the function is there, so that others can name it. */
export const functionName = ({ name }: Deployment, task: TaskName | FlowTaskName): string =>
  `${name}-${task}`;

/**
 * There is no reserved concurrency: an account may have ten in all, and then a deployment that
 * reserves some fails; event source mappings limit themselves instead.
 */
export class TaskFunction extends Construct {
  readonly fn: LambdaFunction;

  constructor(scope: Construct, task: TaskName, deployment: Deployment) {
    super(scope, task);
    const { does, memory, timeout, ...wiring } = taskOf(task);
    const requeues = wiring.trigger === 'queue' && wiring.queue.requeues === true;
    const logGroup = new LogGroup(this, 'Logs', {
      retention: LOGS_KEPT,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // AWS's managed policy would allow writing to every log group of the account
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    logGroup.grantWrite(role);
    this.fn = new LambdaFunction(this, 'Function', {
      functionName: functionName(deployment, task),
      description: does,
      code: Code.fromAsset(join(deployment.bundles, task)),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memory,
      timeout: Duration.seconds(timeout),
      tracing: Tracing.ACTIVE,
      loggingFormat: LoggingFormat.JSON,
      recursiveLoop: requeues ? RecursiveLoop.ALLOW : RecursiveLoop.TERMINATE,
      logGroup,
      role,
    });
    acknowledge(
      role,
      'AwsSolutions-IAM5[Resource::*]',
      'X-Ray (PutTraceSegments, PutTelemetryRecords) knows no resources.',
    );
  }
}

/** Part of the Connect stack, whose numbers and queues it links. */
type LinkingTask = 'link-connect';
/** Part of the Connect stack as well: connect/flow-functions.ts. */
export const FLOW_TASKS = TASK_NAMES.filter(
  (task): task is FlowTaskName => taskOf(task).trigger === 'flow',
);

/** Part of the API stack: api-stack.ts. */
export type ApiTaskName = keyof typeof API_TASKS;

export const API_TASK_NAMES = TASK_NAMES.filter(
  (task): task is ApiTaskName => taskOf(task).trigger === 'http',
);

/** It tells pages, beside the API they came through. */
type PushingTask = keyof typeof LIVE_TASKS;
export type ApiStackTask = ApiTaskName | PushingTask;
export const API_STACK_TASKS: readonly ApiStackTask[] = [...API_TASK_NAMES, 'push-changes'];

type DialerTask = Exclude<TaskName, LinkingTask | FlowTaskName | ApiStackTask>;

export const DIALER_TASKS = TASK_NAMES.filter(
  (task): task is DialerTask =>
    task !== 'link-connect' && !['flow', 'http', 'changes'].includes(taskOf(task).trigger),
);

/** Made only where a mailbox receives. */
type MailTask = 'receive-email';

export type TaskFunctions = Readonly<
  Record<Exclude<DialerTask, MailTask>, LambdaFunction> & Partial<Record<MailTask, LambdaFunction>>
>;

export function taskFunctions(scope: Construct, deployment: Deployment): TaskFunctions {
  const functions = DIALER_TASKS.filter((task) => isMade(task, deployment.definitions)).map(
    (task) => [task, new TaskFunction(scope, task, deployment).fn] as const,
  );
  return Object.fromEntries(functions) as Record<keyof TaskFunctions, LambdaFunction>;
}

/** Whether the centre needs it. */
export function isMade(name: TaskName, definitions: Definitions): boolean {
  const task = taskOf(name);
  const onlyWith = task.trigger === 'queue' ? task.queue.onlyWith : undefined;
  return onlyWith === undefined || repliesDomains(definitions).length > 0;
}
