// Actions that choose a branch.

import { METRICS, type Metric } from '../effects.ts';
import { NotEmulated } from '../not-emulated.ts';
import {
  type ActionAt,
  type ActionExit,
  type ActionRun,
  FAILED,
  failed,
  type Handler,
  integerOf,
  NEXT,
  perform,
  referenceOf,
  textOf,
  value,
} from './handler.ts';

function compare(at: ActionAt): ActionExit {
  return value(textOf(at, 'ComparisonValue') ?? '');
}

/** An agent's queue has no hours, and neither has a queue that is not set yet. */
function* checkHours(at: ActionAt): ActionRun {
  const hoursId = textOf(at, 'HoursOfOperationId');
  const { target } = at.contact;
  if (hoursId === undefined && target?.kind !== 'queue') return FAILED;
  if (hoursId === '') return FAILED;
  const result = yield* perform({
    kind: 'hours',
    ...(hoursId === undefined ? { queueArn: target?.arn ?? '' } : { hoursId }),
  });
  return result.kind === 'checked' ? value(result.open ? 'True' : 'False') : failed(result.error);
}

function* checkMetric(at: ActionAt): ActionRun {
  const metric = metricOf(at);
  const of = referenceOf(at) ?? targetReference(at);
  if (!of) return FAILED;
  const result = yield* perform({ kind: 'metric', metric, of });
  return result.kind === 'measured' ? value(String(result.value)) : failed(result.error);
}

function metricOf(at: ActionAt): Metric {
  const name = textOf(at, 'MetricType');
  const metric = METRICS.find((candidate) => candidate === name);
  if (!metric) throw new NotEmulated(`the metric ${name} of action '${at.action.Identifier}'`);
  return metric;
}

function* getMetrics(at: ActionAt): ActionRun {
  const of = referenceOf(at) ?? targetReference(at);
  if (!of) return FAILED;
  const result = yield* perform({ kind: 'metrics', of, channel: textOf(at, 'QueueChannel') });
  if (result.kind === 'failed') return failed(result.error);
  at.contact.metrics = result.values;
  return NEXT;
}

function targetReference({ contact: { target } }: ActionAt) {
  if (!target) return undefined;
  return target.kind === 'queue' ? { queueId: target.arn } : { agentId: target.arn };
}

function checkCallStatus({ contact }: ActionAt): ActionExit {
  const { outboundCallStatus } = contact.facts;
  return outboundCallStatus === undefined ? FAILED : value(outboundCallStatus);
}

/**
 * The count belongs to the contact and the action, survives a change of flow, and starts over once
 * it is done.
 */
function loop(at: ActionAt): ActionExit {
  const count = integerOf(at, 'LoopCount');
  if (count === undefined || count < 0 || count > 100) return FAILED;
  const key = `${at.flowId}/${at.action.Identifier}`;
  const rounds = at.contact.loops.get(key) ?? 0;
  if (rounds < count) {
    at.contact.loops.set(key, rounds + 1);
    return value('ContinueLooping');
  }
  at.contact.loops.delete(key);
  return value('DoneLooping');
}

function* distribute(): ActionRun {
  const { value: drawn } = yield* perform({ kind: 'draw' });
  return value(String(drawn));
}

function wait(at: ActionAt): ActionExit {
  throw new NotEmulated(`action '${at.action.Identifier}' of type Wait on a voice contact`);
}

export const DECIDING: Readonly<Record<string, Handler>> = {
  Compare: compare,
  CheckHoursOfOperation: checkHours,
  CheckMetricData: checkMetric,
  GetMetricData: getMetrics,
  CheckOutboundCallStatus: checkCallStatus,
  Loop: loop,
  DistributeByPercentage: distribute,
  Wait: wait,
};
