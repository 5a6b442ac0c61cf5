// A Lambda task from the catalogue as a state: Retry from the faults it may raise and from what
// Lambda itself may answer, and one Catch: a record that is gone needs no rule.
import { FAULTS, type FaultName, type RetryPolicy } from '../../application/tasks/faults.ts';
import { TASKS, type TaskName } from '../../application/tasks/tasks.ts';
import type { JsonObject } from '../json.ts';
import type { Catcher, Retrier, TaskState } from './asl.ts';
import { RECORD_GONE } from './fixed-states.ts';

/**
 * Key of a function's ARN in DefinitionSubstitutions. CloudFormation documents no character set for
 * keys, so they keep to letters and underscores.
 */
export const substitutionKey = (task: TaskName): string => task.replaceAll('-', '_');

/** Replaced at deployment by the function's ARN. */
export const functionPlaceholder = (task: TaskName): string => `\${${substitutionKey(task)}}`;

interface TaskPaths {
  readonly ResultSelector?: JsonObject;
  readonly ResultPath: string;
  readonly Next: string;
}

export function taskState(task: TaskName, payload: JsonObject, paths: TaskPaths): TaskState {
  const faults: readonly FaultName[] = TASKS[task].faults;
  return {
    Type: 'Task',
    Comment: TASKS[task].does,
    Resource: 'arn:aws:states:::lambda:invoke',
    Parameters: { FunctionName: functionPlaceholder(task), Payload: payload },
    ResultSelector: paths.ResultSelector,
    ResultPath: paths.ResultPath,
    Retry: [...retriers(faults), LAMBDA_RETRIER],
    Catch: catchers(faults),
    Next: paths.Next,
  };
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/bp-lambda-serviceexception.html */
const LAMBDA_RETRIER: Retrier = {
  ErrorEquals: [
    'Lambda.ClientExecutionTimeoutException',
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.TooManyRequestsException',
  ],
  IntervalSeconds: 2,
  BackoffRate: 2,
  MaxAttempts: 6,
};

/** Faults with the same policy share a retrier. */
function retriers(faults: readonly FaultName[]): readonly Retrier[] {
  const byPolicy = new Map<string, { policy: RetryPolicy; names: FaultName[] }>();
  for (const name of faults) {
    const policy = FAULTS[name].retry;
    if (!policy) continue;
    const key = `${policy.afterSeconds}/${policy.backoff}/${policy.attempts}`;
    const entry = byPolicy.get(key) ?? { policy, names: [] };
    entry.names.push(name);
    byPolicy.set(key, entry);
  }
  return [...byPolicy.values()].map(({ policy, names }) => ({
    ErrorEquals: names,
    IntervalSeconds: policy.afterSeconds,
    BackoffRate: policy.backoff,
    MaxAttempts: policy.attempts,
  }));
}

function catchers(faults: readonly FaultName[]): readonly Catcher[] {
  if (!faults.includes('NotFound')) return [];
  return [{ ErrorEquals: ['NotFound'], ResultPath: '$.fault', Next: RECORD_GONE }];
}
