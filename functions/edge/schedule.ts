// Started by the clock: what the schedule sends says nothing, so nothing of it is read.
import middy from '@middy/core';
import type { PortsOf } from '../../lib/domain/task-needs.ts';
import type { TaskOutput, UseCase } from '../../lib/domain/tasks.ts';
import { observer } from './observe.ts';
import { parseInput } from './parse.ts';
import { type StartedBy, type Wiring, wire } from './wire.ts';

export function schedule<T extends StartedBy<'schedule'>>(
  task: T,
  useCase: UseCase<T, PortsOf<T>>,
  wiring: Wiring<T>,
) {
  const ports = wire(wiring);
  const { middlewares, watch } = observer(task);
  return middy<unknown, TaskOutput<T>>()
    .use(middlewares)
    .handler(() => watch(() => useCase(parseInput(task, {}, 'input'), ports)));
}
