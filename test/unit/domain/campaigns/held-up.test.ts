import { describe, expect, it } from 'vitest';
import {
  heldUpAgents,
  holdsInConnect,
  limitsInConnect,
} from '../../../../lib/domain/campaigns/held-up.ts';
import { type AgentId, agentId } from '../../../../lib/domain/model/ids.ts';
import { type CentreInput, definitions } from '../../../support/definitions.ts';

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

describe('limits that hold in Connect', () => {
  const limit = { most: 5, until: 2 };
  const limits = (input: CentreInput, group = 'team') =>
    limitsInConnect(definitions({ ...input, campaign: { unhandled: limit } }), group);

  it.each(['progressive', 'predictive', 'ratio'] as const)('are those of mode %s', (mode) => {
    expect(limits({ outbound: { mode } })).toEqual([{ campaign: 'spring', limit }]);
  });

  it('are not those of mode preview, nor of campaigns that the group has no part in', () => {
    expect(limits({ outbound: { mode: 'preview' } })).toEqual([]);
    expect(limits({ outbound: { mode: 'progressive' } }, 'others')).toEqual([]);
  });

  it('ask for a status as soon as one campaign has one', () => {
    const all = (mode: 'preview' | 'progressive') =>
      holdsInConnect(definitions({ outbound: { mode }, campaign: { unhandled: limit } }));

    expect([all('preview'), all('progressive')]).toEqual([false, true]);
    expect(holdsInConnect(definitions({}))).toBe(false);
  });
});
