// Queues and streams hand over several inputs at once. Each is read, parsed and worked on by
// itself, and only those that failed come again; a batch that failed whole is told the same way, so
// the function's own errors stay bugs.
import middy from '@middy/core';
import type { PortsOf } from '../../lib/application/tasks/task-ports.ts';
import type { TaskName, UseCase } from '../../lib/application/tasks/tasks.ts';
import { observer } from './observe.ts';
import { parseInput, readInput } from './parse.ts';
import type { Reader } from './wire.ts';

export interface BatchEvent<R> {
  readonly Records: R[];
}

interface Batch<T extends TaskName, R> {
  readonly task: T;
  readonly useCase: UseCase<T, PortsOf<T>>;
  readonly ports: PortsOf<T>;
  /** What Lambda knows a record by. */
  readonly idOf: (record: R) => string;
  readonly read: Reader<T> | undefined;
  /** What of a record is the input, and where it stands within the record. */
  readonly bodyOf: (record: R, at: string) => { readonly body: unknown; readonly at: string };
}

export function batch<T extends TaskName, R extends object>(how: Batch<T, R>) {
  const { task, useCase, ports, read } = how;
  const { middlewares, watch } = observer(task);
  const work = (record: R, n: number) =>
    watch(async (about) => {
      const { body, at } = how.bodyOf(record, `Records[${n}]`);
      const input = read ? await readInput(task, body, at, read) : parseInput(task, body, at);
      if (input === undefined) return undefined;
      about(input);
      return useCase(input, ports);
    });
  return middy<BatchEvent<R>, { batchItemFailures: { itemIdentifier: string }[] }>()
    .use(middlewares)
    .handler(async ({ Records }: BatchEvent<R>) => {
      const done = await Promise.allSettled(Records.map(work));
      const failed = Records.filter((_, n) => done[n]?.status === 'rejected');
      return { batchItemFailures: failed.map((record) => ({ itemIdentifier: how.idOf(record) })) };
    });
}
