// What every function tells of itself: a line per input with its correlation ids, a line per
// failure, and two metrics. Powertools' tracer is left out: it brings the X-Ray SDK, 120 KB into
// every bundle, and Lambda's own active tracing shows each invocation already.
import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import type { MiddlewareObj } from '@middy/core';
import type { TaskName } from '../../lib/application/tasks/tasks.ts';
import { deploymentOf } from '../../lib/aws/deployment-name.ts';
import { presentable } from './presentable.ts';

/** Names the input, as soon as it is known, whose ids the lines carry. */
type About = (input: unknown) => void;

export interface Observer {
  readonly middlewares: MiddlewareObj[];
  /**
   * Runs the work for one input and tells how it went: undefined is an input about nothing of ours.
   */
  watch<R>(work: (about: About) => Promise<R>): Promise<R>;
}

export function observer(task: TaskName): Observer {
  const logger = new Logger({ serviceName: task });
  const metrics = new Metrics({
    namespace: 'Ringback',
    serviceName: task,
    defaultDimensions: { deployment: deploymentOf(task) },
  });
  const count = (name: string) => metrics.addMetric(name, MetricUnit.Count, 1);
  return {
    middlewares: [injectLambdaContext(logger), logMetrics(metrics)],
    async watch(work) {
      let ids: Readonly<Record<string, string>> = {};
      try {
        const result = await work((input) => {
          ids = textsOf(input, CORRELATION);
        });
        count(result === undefined ? 'Ignored' : 'Handled');
        if (result !== undefined) logger.info('handled', { ...ids, ...textsOf(result, OUTCOME) });
        return result;
      } catch (error) {
        const shown = presentable(error);
        count('Failed');
        logger.error('failed', { ...ids, error: shown });
        throw shown;
      }
    },
  };
}

/** Ids that lead through logs, journal and Connect alike. Nothing else of an input is logged. */
const CORRELATION = [
  'campaign',
  'record',
  'attempt',
  'message',
  'contact',
  'agent',
  'key',
] as const;
const OUTCOME = ['outcome', 'kind', 'because', 'detailType'] as const;

function textsOf(value: unknown, names: readonly string[]): Record<string, string> {
  if (value === null || typeof value !== 'object') return {};
  const entries = Object.entries(value).filter(
    (entry): entry is [string, string] => names.includes(entry[0]) && typeof entry[1] === 'string',
  );
  return Object.fromEntries(entries);
}
