// Other people's flows, run with callers who do anything: each call ends, or is refused naming what
// is not emulated.

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Flow, FlowType } from '../../../../lib/compiler/flows/flow.ts';
import { newContact } from '../../../../lib/simulation/connect/contact.ts';
import type { Effect, EffectResult } from '../../../../lib/simulation/connect/effects.ts';
import { FlowRun, type FlowStep } from '../../../../lib/simulation/connect/flow-run.ts';
import { NotEmulated } from '../../../../lib/simulation/connect/not-emulated.ts';
import { type Random, seededRandom } from '../../../../lib/simulation/random.ts';
import { act, facts, flow, orSorry } from './flow-world.ts';

const FLOWS = new URL('../../../../../shared/connect/flows/', import.meta.url);
const missing = existsSync(FLOWS) ? '' : ' (skipped: no collected flows beside the project)';
const CALLS = 40;
/** Nobody stays on the line longer. */
const PATIENCE = 200;

interface Collected {
  readonly file: string;
  readonly flowType: FlowType;
  readonly use: string;
}

function collected(): readonly Collected[] {
  const index = new URL('index.json', FLOWS);
  if (!existsSync(index)) return [];
  const all = JSON.parse(readFileSync(index, 'utf8')) as readonly Collected[];
  return all.filter(({ use, file }) => use === 'positive' && existsSync(new URL(file, FLOWS)));
}

describe.skipIf(missing !== '')(`flows collected from public repositories${missing}`, () => {
  it.each(collected())('$file runs as $flowType', ({ file, flowType }) => {
    const content = JSON.parse(readFileSync(new URL(file, FLOWS), 'utf8')) as Flow;

    for (let seed = 0; seed < CALLS; seed++) {
      expect(callWith(content, flowType, seededRandom(seed))).toMatch(/^(ended|not emulated: )/);
    }
  });
});

/** A module is called from a flow of one action. */
function callWith(content: Flow, flowType: FlowType, random: Random): string {
  const caller = flow(act('call', 'InvokeFlowModule', { FlowModuleId: 'it' }, 'bye', orSorry));
  const run = new FlowRun({
    flow: flowType === 'MODULE' ? caller : content,
    flowId: 'main',
    type: flowType === 'MODULE' ? 'CONTACT_FLOW' : flowType,
    contact: newContact(facts),
  });
  try {
    let step = run.start();
    for (let i = 0; step.kind === 'effect' && i < PATIENCE; i++) {
      step = run.resume(whatever(step.effect, content, random));
    }
    return ended(step.kind === 'effect' ? run.stop('customer hung up') : step);
  } catch (error) {
    if (error instanceof NotEmulated) return error.message;
    throw error;
  }
}

const ended = (step: FlowStep): string =>
  step.kind === 'ended' ? `ended: ${step.ending.kind}` : '';

function whatever(effect: Effect, content: Flow, random: Random): EffectResult {
  const oneOf = <T>(choices: readonly T[]): T =>
    choices[Math.floor(random.next() * choices.length)] as T;
  const pick = (...choices: readonly EffectResult[]) => oneOf(choices);
  const failed = { kind: 'failed', error: 'NoMatchingError' } as const;
  const done = { kind: 'done' } as const;
  switch (effect.kind) {
    case 'say':
    case 'queue':
    case 'requeue':
    case 'dial':
    case 'callback':
      return pick(done, done, failed);
    case 'say-repeatedly':
      return effect.interruptAfterSeconds === undefined ? failed : { kind: 'interrupted' };
    case 'menu':
      return pick(
        { kind: 'silence' },
        { kind: 'pressed', key: oneOf(['0', '1', '2', ...effect.keys]) },
      );
    case 'digits':
      return pick({ kind: 'silence' }, { kind: 'typed', keys: oneOf(['1', '12#', '*']) });
    case 'hours':
      return { kind: 'checked', open: oneOf([true, false]) };
    case 'metric':
      return { kind: 'measured', value: oneOf([0, 1, 9]) };
    case 'metrics':
      return { kind: 'all-measured', values: { Agents: { Online: { Count: oneOf([0, 3]) } } } };
    case 'draw':
      return { kind: 'drawn', value: 1 + Math.floor(random.next() * 100) };
    case 'target':
      return { kind: 'found', target: { kind: 'queue', arn: 'q', name: 'Sales' } };
    case 'invoke':
      return pick(failed, { kind: 'returned', payload: { isOpen: 'true', validInput: 'false' } });
    case 'check-number':
      return { kind: 'number-checked', dialable: oneOf([true, false]) };
    case 'load-flow':
      return effect.flowId === 'it' ? { kind: 'loaded', flow: content } : failed;
  }
}
