// A function as Lambda runs it: an event, a context, and what it wrote to its log.
import type { Context } from 'aws-lambda';
import { vi } from 'vitest';

export const lambdaContext: Context = {
  functionName: 'ringback-task',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:eu-central-1:111122223333:function:ringback-task',
  memoryLimitInMB: '256',
  awsRequestId: 'request-1',
  logGroupName: 'logs',
  logStreamName: 'stream',
  callbackWaitsForEmptyEventLoop: false,
  getRemainingTimeInMillis: () => 30_000,
  done: () => {},
  fail: () => {},
  succeed: () => {},
};

type LogLine = Readonly<Record<string, unknown>>;

/** Collects what is logged from now on; `stop` gives the output back. */
export function capturedLog() {
  const texts: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    texts.push(...String(text).split('\n').filter(Boolean));
    return true;
  });
  return {
    text: () => texts.join('\n'),
    lines: () => texts.map((text) => JSON.parse(text) as LogLine),
    stop() {
      spy.mockRestore();
    },
  };
}
