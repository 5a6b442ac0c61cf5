import type { TaskName } from '../application/tasks/tasks.ts';
import type { Variable } from '../aws/environment.ts';
import type { Holding } from './permissions.ts';

type HeldBy = (task: TaskName) => readonly string[];

/** What a stack knows of the world: a function cannot be given a port that needs more. */
export interface World {
  readonly variables: Readonly<Partial<Record<Variable, string>>>;
  /** ARNs, or those of one task where each holds others. */
  readonly holdings: Readonly<Partial<Record<Holding, readonly string[] | HeldBy>>>;
}
