// Where one is in a scenario, and how it has come there.
import type { ItemOf } from '../../kit/api/operation-types.ts';

export type Scenario = ItemOf<'listScenarios'>;

/** A scenario and a step of it, by their places. */
export interface StepPlace {
  readonly scenario: number;
  readonly step: number;
}

/** The tiles passed so far: a rule begins anew with each call. */
export function passedUntil({ steps }: Scenario, step: number): readonly string[] {
  const now = steps[step];
  return steps
    .slice(0, step + 1)
    .filter(({ call }) => call === now?.call)
    .map(({ tile }) => tile);
}
