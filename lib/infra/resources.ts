import type { Variable } from '../aws/environment.ts';
import type { Holding } from './permissions.ts';

/** What a stack knows of the world: a function cannot be given a port that needs more. */
export interface World {
  readonly variables: Readonly<Partial<Record<Variable, string>>>;
  readonly holdings: Readonly<Partial<Record<Holding, readonly string[]>>>;
}
