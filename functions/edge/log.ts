// One line of JSON for each thing a function tells, straight to standard output: Lambda's console
// would wrap it, and CloudWatch reads metrics only from lines that are theirs alone.
import type { Context } from 'aws-lambda';
import { systemClock } from '../../lib/aws/system-clock.ts';
import { toIso } from '../../lib/domain/model/instant.ts';

const clock = systemClock();

export interface Log {
  /** Lines from now on are about this invocation. */
  begin(context: Context): void;
  info(message: string, more: Readonly<Record<string, string>>): void;
  error(message: string, more: Readonly<Record<string, unknown>>, error: Error): void;
}

export function createLog(service: string): Log {
  let invocation: Readonly<Record<string, unknown>> = {};
  let cold = true;
  const write = (level: string, message: string, more: Readonly<Record<string, unknown>>) =>
    writeLine({
      ...more,
      level,
      message,
      timestamp: toIso(clock.now()),
      service,
      ...invocation,
      ...traceId(),
    });
  return {
    begin(context) {
      invocation = {
        cold_start: cold,
        function_arn: context.invokedFunctionArn,
        function_memory_size: context.memoryLimitInMB,
        function_name: context.functionName,
        function_request_id: context.awsRequestId,
      };
      cold = false;
    },
    info: (message, more) => write('INFO', message, more),
    error: (message, more, error) => write('ERROR', message, { ...more, error: written(error) }),
  };
}

export const writeLine = (line: Readonly<Record<string, unknown>>): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** What X-Ray knows the invocation by. */
function traceId(): { readonly xray_trace_id?: string } {
  const root = /Root=([^;]+)/.exec(process.env._X_AMZN_TRACE_ID ?? '')?.[1];
  return root === undefined ? {} : { xray_trace_id: root };
}

function written(error: Error): Readonly<Record<string, unknown>> {
  const { name, message, stack, cause } = error;
  return {
    name,
    message,
    stack,
    ...(cause instanceof Error && { cause: written(cause) }),
    ...(error instanceof AggregateError && { errors: error.errors.map(written) }),
  };
}
