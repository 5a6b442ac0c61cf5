// Alarms on what has no queue to grow: functions that a schedule, a stream or a person calls, and Connect's own limits.
import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { TaskName } from '../application/tasks/tasks.ts';
import { ALARM_PERIOD, type AlarmBell } from './alarm-bell.ts';
import type { Instance } from './connect/instance.ts';
import { SWEEP_MINUTES } from './recurring.ts';
import type { TaskFunctions } from './task-function.ts';

const UNQUEUED = [
  'tick-fanout',
  'sweeper',
  'publish-journal',
  'classify-record',
  'call-record',
  'switch-campaign',
] as const satisfies readonly TaskName[];

export function watchFunctions(scope: Construct, functions: TaskFunctions, bell: AlarmBell): void {
  for (const task of UNQUEUED) {
    bell.ringsFor(scope, `${task}-Failing`, {
      metric: functions[task].metricErrors({
        period: task === 'sweeper' ? Duration.minutes(SWEEP_MINUTES) : ALARM_PERIOD,
      }),
      above: 0,
      // one failure is healed by the next run or the caller's retry; three in a row are not
      periods: 3,
      means: `The function ${task} keeps failing.`,
      article: `${task}-failing`,
    });
  }
  bell.ringsFor(scope, 'agent-events-Late', {
    metric: functions['agent-events'].metric('IteratorAge', {
      statistic: 'Maximum',
      period: ALARM_PERIOD,
    }),
    above: 60_000,
    means: 'Agent events are read more than a minute late: the dialer does not see who is free.',
    article: 'agent-events-late',
  });
}

export function watchConnect(scope: Construct, instance: Instance, bell: AlarmBell): void {
  const metric = (metricName: string, statistic: string) =>
    new Metric({
      namespace: 'AWS/Connect',
      metricName,
      dimensionsMap: { InstanceId: instance.id, MetricGroup: 'VoiceCalls' },
      statistic,
      period: Duration.minutes(1),
    });
  bell.ringsFor(scope, 'ConcurrentCalls', {
    // a share of the quota, 0 to 1
    metric: metric('ConcurrentCallsPercentage', 'Maximum'),
    above: 0.9,
    periods: 3,
    means: 'The calls in progress come close to the quota of the instance.',
    article: 'concurrent-calls',
  });
}
