// What every function tells of itself: a line per input with its correlation ids, a line per
// failure, and metrics. Lambda's own active tracing shows each invocation already, so there is no
// tracer; and both formats are a page of code, where a library is 35 KB in every bundle.
import type { MiddlewareObj } from '@middy/core';
import type { TaskName } from '../../lib/application/tasks/tasks.ts';
import { deploymentOf } from '../../lib/aws/deployment-name.ts';
import { createLog } from './log.ts';
import { invocationCounts } from './metrics.ts';
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
  const log = createLog(task);
  const counters = invocationCounts({ service: task, deployment: deploymentOf(task) });
  const publish = () => counters.publish();
  return {
    middlewares: [
      { before: ({ context }) => log.begin(context), after: publish, onError: publish },
    ],
    async watch(work) {
      let ids: Readonly<Record<string, string>> = {};
      try {
        const result = await work((input) => {
          ids = textsOf(input, CORRELATION);
        });
        counters.count(result === undefined ? 'Ignored' : 'Handled');
        if (result !== undefined) log.info('handled', { ...ids, ...textsOf(result, OUTCOME) });
        return result;
      } catch (error) {
        const shown = presentable(error);
        counters.count('Failed');
        log.error('failed', ids, shown);
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
