// Drives a run with a world that has an answer for every kind of effect: at once for the
// simulation, as promises for the local cloud. A world whose answers need virtual time calls
// `resume` itself.

import type { Ending } from './actions/handler.ts';
import type { Effect, EffectKind, EffectOf, EffectResult, ResultOf } from './effects.ts';
import type { FlowRun } from './flow-run.ts';

/** One answer per kind of effect. */
export type FlowWorld = {
  readonly [K in EffectKind]: (effect: EffectOf<K>) => ResultOf<K>;
};

export type AsyncFlowWorld = {
  readonly [K in EffectKind]: (effect: EffectOf<K>) => ResultOf<K> | Promise<ResultOf<K>>;
};

export function driveFlow(run: FlowRun, world: FlowWorld): Ending {
  let step = run.start();
  while (step.kind === 'effect') step = run.resume(answer(world, step.effect));
  return step.ending;
}

/**
 * While an answer is awaited the run may be stopped; its answer then comes too late and changes
 * nothing.
 */
export async function driveFlowAsync(run: FlowRun, world: AsyncFlowWorld): Promise<Ending> {
  let step = run.start();
  while (step.kind === 'effect') step = run.resume(await answer(world, step.effect));
  return step.ending;
}

function answer(world: FlowWorld, effect: Effect): EffectResult;
function answer(world: AsyncFlowWorld, effect: Effect): EffectResult | Promise<EffectResult>;
function answer(world: AsyncFlowWorld, effect: Effect): EffectResult | Promise<EffectResult> {
  const perform = world[effect.kind] as (effect: Effect) => EffectResult | Promise<EffectResult>;
  return perform(effect);
}
