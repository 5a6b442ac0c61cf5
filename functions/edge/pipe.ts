// Enrichment of an EventBridge Pipe: it hands over a list and takes back a list in the same order,
// where one may stand for several: as many as the target takes at once, or the pipe tells none.
// A list that fails comes again, and the Pipe halves it until the one that fails stands alone.
import middy from '@middy/core';
import type { PortsOf } from '../../lib/application/tasks/task-ports.ts';
import type { TaskInput, TaskOutput, UseCase } from '../../lib/application/tasks/tasks.ts';
import { observer } from './observe.ts';
import { readTogether } from './parse.ts';
import { type Exactly, type PortFactories, type StartedBy, wire } from './wire.ts';

export function pipe<T extends StartedBy<'pipe'>, W extends PortFactories<T>>(
  task: T,
  useCase: UseCase<T, PortsOf<T>>,
  wiring: Exactly<T, W>,
  read: (body: unknown) => readonly TaskInput<T>[],
) {
  const ports = wire<T>(wiring);
  const { middlewares, watch } = observer(task);
  const inputsOf = async (body: unknown, n: number) => {
    try {
      return readTogether(task, body, `[${n}]`, read);
    } catch (error) {
      return watch(() => Promise.reject(error));
    }
  };
  const one = (input: TaskInput<T>) =>
    watch((about) => {
      about(input.entry);
      return useCase(input, ports);
    });
  return middy<readonly unknown[], TaskOutput<T>[]>()
    .use(middlewares)
    .handler(async (events: readonly unknown[]) => {
      const inputs = await Promise.all(events.map(inputsOf));
      return Promise.all(inputs.flat().map(one));
    });
}
