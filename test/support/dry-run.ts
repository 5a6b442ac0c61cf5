// A dry run over invented people, with what a test cares about put in.

import type { TaskName } from '../../lib/application/tasks/tasks.ts';
import { TASK_NAMES, TASKS } from '../../lib/application/tasks/tasks.ts';
import { type DryRunHooks, type DryRunPlan, dryRun } from '../../lib/simulation/dry-run/dry-run.ts';
import {
  type CentreFigures,
  type DryRunFigures,
  figuresOfOne,
} from '../../lib/simulation/dry-run/figures.ts';
import { type CentreInput, definitions, exampleRule } from './definitions.ts';
import { local } from './journey.ts';

export interface DryRunInput extends CentreInput {
  readonly people?: number;
  readonly staff?: number;
}

/** Names and numbers, one a row. */
export function listOf(people: number, prefix = '+48600'): Uint8Array {
  const rows = Array.from(
    { length: people },
    (_, i) => `Person ${i};${prefix}${String(i).padStart(6, '0')}`,
  );
  return new TextEncoder().encode(['Name;Phone', ...rows].join('\n'));
}

export function aPlan(input: DryRunInput = {}, changes: Partial<DryRunPlan> = {}): DryRunPlan {
  const { people = 400, staff = 8, ...centre } = input;
  const agents = Array.from({ length: staff }, (_, i) => `agent-${i}`);
  const memory = Object.fromEntries(TASK_NAMES.map((task) => [task, TASKS[task].memory])) as Record<
    TaskName,
    number
  >;
  return {
    definitions: definitions({ rule: exampleRule('worked-b'), agents, ...centre }),
    campaigns: [
      { id: 'spring', contacts: { name: 'people.csv', bytes: listOf(people) }, groups: ['team'] },
    ],
    callers: 0,
    agents: agents.map((id) => ({ id, group: 'team', arn: `arn:simulated:agent/${id}` })),
    from: local('2026-03-02 08:00'),
    days: 5,
    seed: 'test',
    behaviour: { callees: {}, agents: {}, classifiers: {} },
    prices: { prices: {} },
    memory,
    ...changes,
  };
}

export async function centreFiguresOf(
  plan: DryRunPlan,
  hooks?: DryRunHooks,
): Promise<CentreFigures> {
  const outcome = await dryRun(plan, hooks);
  if (outcome.kind === 'refused') throw new Error(outcome.reasons.join('; '));
  return outcome.figures;
}

export async function figuresOf(plan: DryRunPlan, hooks?: DryRunHooks): Promise<DryRunFigures> {
  const figures = figuresOfOne(await centreFiguresOf(plan, hooks));
  if (!figures) throw new Error('several campaigns ran');
  return figures;
}
