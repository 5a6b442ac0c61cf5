import type { Definitions } from '../../../language/definitions.ts';
import type { Path } from '../../../language/read-yaml.ts';
import type { PriorityStep } from '../../../language/schema/centre.ts';
import type { Check } from '../check-facts.ts';

interface Steps {
  readonly path: Path;
  readonly steps: readonly PriorityStep[];
}

/** Of queues, and of the channels that have their own. */
function allSteps({ queues, campaigns }: Definitions): readonly Steps[] {
  return [
    ...Object.entries(queues).map(([id, { steps = [] }]) => ({
      path: ['queues', id, 'steps'],
      steps,
    })),
    ...Object.entries(campaigns).flatMap(([id, { channels }]) =>
      (['inbound', 'outbound'] as const).map((channel) => ({
        path: ['campaigns', id, 'channels', channel, 'steps'],
        steps: channels[channel]?.steps ?? [],
      })),
    ),
  ];
}

/** Every step comes later than the one before and multiplies by more (PRI-5). */
export const priorityStepsFall: Check = function* ({ definitions, gaps, places }) {
  for (const { path, steps } of allSteps(definitions)) {
    if (!gaps.isWhole(path)) continue;
    for (const [n, step] of steps.entries()) {
      const before = steps[n - 1];
      if (before === undefined) continue;
      const at = places.valueAt([...path, n]);
      if (step.after <= before.after) {
        const message = `the step after ${step.after} s must come later than the one before it, after ${before.after} s`;
        yield { at, message };
      } else if (step.coefficient <= before.coefficient) {
        const message = `the step after ${step.after} s multiplies by ${step.coefficient}, no more than the step before it (${before.coefficient})`;
        yield { at, message };
      }
    }
  }
};
