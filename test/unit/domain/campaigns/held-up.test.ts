import { describe, expect, it } from 'vitest';
import { heldUpAgents } from '../../../../lib/domain/campaigns/held-up.ts';
import { type AgentId, agentId } from '../../../../lib/domain/model/ids.ts';

const EVA = agentId('eva');
const TOM = agentId('tom');
const left = (counts: Readonly<Record<string, number>>) =>
  new Map(Object.entries(counts).map(([agent, count]) => [agentId(agent), count] as const));

/** Who is held up, count after count of Eva's records. */
function course(counts: readonly number[], until: number): readonly boolean[] {
  let held: readonly AgentId[] = [];
  return counts.map((count) => {
    held = heldUpAgents(held, left({ eva: count }), { most: 3, until });
    return held.includes(EVA);
  });
}

describe('agents with too many unhandled records (CAM-6, CAM-7)', () => {
  it('get no further one from the limit on, until so many are left', () => {
    expect(course([2, 3, 2, 1, 2, 3], 1)).toEqual([false, true, true, false, false, true]);
  });

  it('with a threshold of 0 only when none is left', () => {
    expect(course([3, 2, 1, 0, 1], 0)).toEqual([true, true, true, false, false]);
  });

  it('stay as they are while nobody asks about them', () => {
    const limit = { most: 3, until: 1 };

    expect(heldUpAgents([TOM], left({ eva: 4 }), limit)).toEqual([EVA, TOM]);
  });
});
