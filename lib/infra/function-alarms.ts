// Alarms on what has no queue to grow: functions that a schedule, a stream, a flow or a person
// calls, and Connect's own limits. Which function has which alarm, or why it has none, stands in
// the task catalogue.
import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { FlowTaskName } from '../application/tasks/inbound-tasks.ts';
import { type TaskName, taskOf } from '../application/tasks/tasks.ts';
import type { AlarmWiring } from '../application/tasks/wiring.ts';
import { ALARM_PERIOD, type Alarms, type Cause } from './alarms.ts';
import type { Instance } from './connect/instance.ts';
import type { Deployment } from './deployment.ts';
import {
  API_STACK_TASKS,
  type ApiStackTask,
  DIALER_TASKS,
  functionName,
  type TaskFunctions,
} from './task-function.ts';

/** @param idle tasks that nothing calls in this deployment */
export function watchFunctions(
  scope: Construct,
  functions: TaskFunctions,
  alarms: Alarms,
  idle: readonly TaskName[] = [],
): void {
  for (const name of DIALER_TASKS) {
    const fn = functions[name];
    if (fn !== undefined && !idle.includes(name)) watch(scope, name, fn.functionName, alarms);
  }
}

/** @param functions those behind the API, by task */
export function watchApi(
  scope: Construct,
  functions: Readonly<Record<ApiStackTask, LambdaFunction>>,
  alarms: Alarms,
): void {
  for (const name of API_STACK_TASKS) watch(scope, name, functions[name].functionName, alarms);
}

/**
 * @param asked the tasks that flows of this deployment ask: the other flow functions never run.
 *   They are known by name: an export could not go while this stack, deployed last, still has the
 *   alarm
 */
export function watchFlowFunctions(
  scope: Construct,
  deployment: Deployment,
  asked: ReadonlySet<FlowTaskName>,
  alarms: Alarms,
): void {
  for (const name of [...asked].toSorted())
    watch(scope, name, functionName(deployment, name), alarms);
}

/** @param fn the function's name in AWS */
function watch(scope: Construct, name: TaskName, fn: string, alarms: Alarms): void {
  const task = taskOf(name);
  if (task.trigger === 'queue') return;
  const cause = causeOf(name, fn, task.alarm);
  if (cause) alarms.add(scope, cause.id, cause);
}

function causeOf(
  name: TaskName,
  fn: string,
  alarm: AlarmWiring,
): (Cause & { readonly id: string }) | undefined {
  if ('none' in alarm) return undefined;
  if (alarm.on === 'lateness')
    return {
      id: `${name}-Late`,
      metric: metricOf(fn, 'IteratorAge', 'Maximum', ALARM_PERIOD),
      above: alarm.seconds * 1000,
      means: `${name} reads its stream more than ${alarm.seconds} s late.`,
      article: `${name}-late`,
    };
  return {
    id: `${name}-Failing`,
    metric: metricOf(fn, 'Errors', 'Sum', Duration.minutes(alarm.minutes)),
    above: 0,
    periods: alarm.periods,
    means: `The function ${name} ${alarm.periods > 1 ? 'keeps failing' : 'failed'}.`,
    article: alarm.article ?? `${name}-failing`,
  };
}

function metricOf(fn: string, metricName: string, statistic: string, period: Duration): Metric {
  const dimensionsMap = { FunctionName: fn };
  return new Metric({ namespace: 'AWS/Lambda', metricName, dimensionsMap, statistic, period });
}

export function watchConnect(scope: Construct, instance: Instance, alarms: Alarms): void {
  const metric = (metricName: string, statistic: string) =>
    new Metric({
      namespace: 'AWS/Connect',
      metricName,
      dimensionsMap: { InstanceId: instance.id, MetricGroup: 'VoiceCalls' },
      statistic,
      period: Duration.minutes(1),
    });
  alarms.add(scope, 'ConcurrentCalls', {
    // a share of the quota, 0 to 1
    metric: metric('ConcurrentCallsPercentage', 'Maximum'),
    above: 0.9,
    periods: 3,
    means: 'The calls in progress come close to the quota of the instance.',
    article: 'concurrent-calls',
  });
}
