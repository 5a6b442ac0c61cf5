// Runs a flow to its end with something that performs every kind of effect: at once in the
// simulation, with promises in the local cloud. A performer that needs virtual time calls `resume`
// itself.

import type { Ending } from './actions/handler.ts';
import type { Effect, EffectKind, EffectOf, EffectResult, ResultOf } from './effects.ts';
import type { FlowRun } from './flow-run.ts';

/** One answer per kind of effect. */
export type EffectPerformer = {
  readonly [K in EffectKind]: (effect: EffectOf<K>) => ResultOf<K>;
};

export type AsyncEffectPerformer = {
  readonly [K in EffectKind]: (effect: EffectOf<K>) => ResultOf<K> | Promise<ResultOf<K>>;
};

export function driveFlow(run: FlowRun, world: EffectPerformer): Ending {
  let step = run.start();
  while (step.kind === 'effect') step = run.resume(answer(world, step.effect));
  return step.ending;
}

/**
 * The run may be stopped while a result is awaited; the result then comes too late and changes
 * nothing.
 */
export async function driveFlowAsync(run: FlowRun, world: AsyncEffectPerformer): Promise<Ending> {
  let step = run.start();
  while (step.kind === 'effect') step = run.resume(await answer(world, step.effect));
  return step.ending;
}

function answer(world: EffectPerformer, effect: Effect): EffectResult;
function answer(world: AsyncEffectPerformer, effect: Effect): EffectResult | Promise<EffectResult>;
function answer(world: AsyncEffectPerformer, effect: Effect): EffectResult | Promise<EffectResult> {
  const perform = world[effect.kind] as (effect: Effect) => EffectResult | Promise<EffectResult>;
  return perform(effect);
}
