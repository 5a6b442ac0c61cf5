// Started by the clock: what the schedule sends says nothing, so nothing of it is read.
import middy from '@middy/core';
import type { PortsOf } from '../../lib/application/tasks/task-ports.ts';
import type { TaskOutput, UseCase } from '../../lib/application/tasks/tasks.ts';
import { observer } from './observe.ts';
import { parseInput } from './parse.ts';
import { type Exactly, type PortFactories, type StartedBy, wire } from './wire.ts';

export function schedule<T extends StartedBy<'schedule'>, W extends PortFactories<T>>(
  task: T,
  useCase: UseCase<T, PortsOf<T>>,
  wiring: Exactly<T, W>,
) {
  const ports = wire<T>(wiring);
  const { middlewares, watch } = observer(task);
  return middy<unknown, TaskOutput<T>>()
    .use(middlewares)
    .handler(() => watch(() => useCase(parseInput(task, {}, 'input'), ports)));
}
