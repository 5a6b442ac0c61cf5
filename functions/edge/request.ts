// One input, one answer: steps of a state machine and calls by a person's program. What fails goes
// back under the fault's name, which Step Functions' Retry and Catch match.
import middy from '@middy/core';
import type { PortsOf } from '../../lib/application/tasks/task-ports.ts';
import type { TaskName, TaskOutput, UseCase } from '../../lib/application/tasks/tasks.ts';
import { observer } from './observe.ts';
import { parseInput } from './parse.ts';
import { type Exactly, type PortFactories, type StartedBy, wire } from './wire.ts';

export function request<T extends StartedBy<'task' | 'invoke'>, W extends PortFactories<T>>(
  task: T,
  useCase: UseCase<T, PortsOf<T>>,
  wiring: Exactly<T, W>,
) {
  return answers(task, useCase, wire<T>(wiring));
}

export function answers<T extends TaskName>(
  task: T,
  useCase: UseCase<T, PortsOf<T>>,
  ports: PortsOf<T>,
) {
  const { middlewares, watch } = observer(task);
  return middy<unknown, TaskOutput<T>>()
    .use(middlewares)
    .handler((event: unknown) =>
      watch((about) => {
        about(event);
        return useCase(parseInput(task, event, 'input'), ports);
      }),
    );
}
