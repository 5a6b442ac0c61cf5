// Enrichment of an EventBridge Pipe: it hands over a list and takes back a list in the same order.
// A list that fails comes again, and the Pipe halves it until the one that fails stands alone.
import middy from '@middy/core';
import type { PortsOf } from '../../lib/application/tasks/task-ports.ts';
import type { TaskOutput, UseCase } from '../../lib/application/tasks/tasks.ts';
import { invariant } from '../../lib/domain/model/invariant.ts';
import { observer } from './observe.ts';
import { readInput } from './parse.ts';
import { type Exactly, type PortFactories, type Reader, type StartedBy, wire } from './wire.ts';

export function pipe<T extends StartedBy<'pipe'>, W extends PortFactories<T>>(
  task: T,
  useCase: UseCase<T, PortsOf<T>>,
  wiring: Exactly<T, W>,
  read: Reader<T>,
) {
  const ports = wire<T>(wiring);
  const { middlewares, watch } = observer(task);
  const one = (body: unknown, n: number) =>
    watch(async (about) => {
      const input = await readInput(task, body, `[${n}]`, read);
      invariant(input !== undefined, 'every record of the journal is an entry');
      about(input.entry);
      return useCase(input, ports);
    });
  return middy<readonly unknown[], TaskOutput<T>[]>()
    .use(middlewares)
    .handler((events: readonly unknown[]) => Promise.all(events.map(one)));
}
