import type { Check } from '../check-facts.ts';

/** Every step comes later than the one before and multiplies by more (PRI-5). */
export const priorityStepsFall: Check = function* ({ definitions, gaps, places }) {
  for (const [id, { steps = [] }] of Object.entries(definitions.queues)) {
    if (!gaps.isWhole(['queues', id, 'steps'])) continue;
    for (const [n, step] of steps.entries()) {
      const before = steps[n - 1];
      if (before === undefined) continue;
      const at = places.valueAt(['queues', id, 'steps', n]);
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
