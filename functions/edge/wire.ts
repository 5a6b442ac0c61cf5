// Ports from the environment. An index.ts that leaves out a port of its task, or adds one, does not
// compile: what is wired is what lib/application/tasks/task-ports.ts says and infra grants.

import type { PortsOf } from '../../lib/application/tasks/task-ports.ts';
import type { TASKS, TaskInput, TaskName } from '../../lib/application/tasks/tasks.ts';
import type { Trigger } from '../../lib/application/tasks/wiring.ts';
import type { Environment } from '../../lib/aws/environment.ts';

/** A factory for each port of the task. */
export type PortFactories<T extends TaskName> = {
  readonly [K in keyof PortsOf<T>]: (environment: Environment) => PortsOf<T>[K];
};

/**
 * A wiring and nothing beside it: a port that the task does not use would bring rights and code it
 * has no use for.
 */
export type Exactly<T extends TaskName, W> = W & {
  readonly [K in Exclude<keyof W, keyof PortsOf<T>>]: never;
};

/**
 * Made at cold start, so that a variable that is missing stops the function before its first event.
 */
export function wire<T extends TaskName>(wiring: PortFactories<T>): PortsOf<T> {
  const made = Object.entries<(environment: Environment) => unknown>(wiring).map(
    ([port, make]) => [port, make(process.env)] as const,
  );
  return Object.fromEntries(made) as PortsOf<T>;
}

/** The tasks that such triggers start. */
export type StartedBy<K extends Trigger> = {
  [T in TaskName]: (typeof TASKS)[T]['trigger'] extends K ? T : never;
}[TaskName];

/** From what AWS delivers to what the task takes; undefined when it tells of nothing of ours. */
export type Reader<T extends TaskName> = (
  body: unknown,
) => Promise<TaskInput<T> | undefined> | TaskInput<T> | undefined;
