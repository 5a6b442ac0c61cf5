// The stream of a table as a whole batch: what is made of it is made of all at once. A batch that
// fails comes again as often as the catalogue says, and is then dropped.
import middy from '@middy/core';
import type { PortsOf } from '../../lib/application/tasks/task-ports.ts';
import type { TaskInput, TaskOutput, UseCase } from '../../lib/application/tasks/tasks.ts';
import { observer } from './observe.ts';
import { parseInput } from './parse.ts';
import { type Exactly, type PortFactories, type StartedBy, wire } from './wire.ts';

interface TableStream {
  readonly Records: readonly unknown[];
}

export function changes<T extends StartedBy<'changes'>, W extends PortFactories<T>>(
  task: T,
  useCase: UseCase<T, PortsOf<T>>,
  wiring: Exactly<T, W>,
  read: (records: readonly unknown[]) => TaskInput<T>,
) {
  const ports = wire<T>(wiring);
  const { middlewares, watch } = observer(task);
  return middy<TableStream, TaskOutput<T>>()
    .use(middlewares)
    .handler(({ Records }) =>
      watch(() => useCase(parseInput(task, read(Records), 'Records'), ports)),
    );
}
