import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyCallModel, learn } from '../../../../lib/domain/pacing/call-model.ts';
import type { PoolCampaign } from '../../../../lib/domain/pacing/facts.ts';
import { pooledOutlook, sharedPart } from '../../../../lib/domain/pacing/shared-agents.ts';
import { aFloor, NOON } from './a-floor.ts';

const weights: Readonly<Record<string, number>> = { north: 3, south: 1, night: 0 };
const weightOf = (group: string) => weights[group] ?? 0;
const GROUPS = Object.keys(weights);

describe('the part of one queue’s calls that agents of another take', () => {
  it.each([
    [['north'], ['north'], 1],
    [['north'], ['north', 'south'], 1],
    [['north', 'south'], ['north'], 3 / 4],
    [['north', 'south'], ['south'], 1 / 4],
    [['north'], ['south'], 0],
    [['north', 'night'], ['night'], 0],
    // nobody has any weight: each group counts alike
    [['night', 'late'], ['night'], 1 / 2],
  ])('of %j by %j is %d', (groups, others, part) => {
    expect(sharedPart(groups, others, weightOf)).toBeCloseTo(part, 9);
  });

  it('adds up to all of them over groups that have nothing in common', () => {
    const anyGroups = fc.subarray(GROUPS, { minLength: 1 });
    fc.assert(
      fc.property(anyGroups, fc.subarray(GROUPS), (groups, some) => {
        const rest = GROUPS.filter((group) => !some.includes(group));
        const both = sharedPart(groups, some, weightOf) + sharedPart(groups, rest, weightOf);

        expect(both).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('how long contacts last of agents that campaigns share', () => {
  const talking = (seconds: number, contacts: number, answered: number): PoolCampaign => {
    let model = emptyCallModel();
    for (let n = 1; n <= contacts; n++) {
      model = learn(model, { kind: 'talked', at: NOON + n * 60_000, lasted: seconds * 1000 });
    }
    const { settings, recent } = aFloor();
    return {
      id: `${seconds}`,
      priority: 50,
      mode: 'predictive',
      groups: ['team'],
      calls: [],
      settings,
      model,
      recent: { ...recent, answered },
      served: 0,
    };
  };
  const [short, long] = [talking(30, 80, 100), talking(300, 80, 100)];
  /** Mean chance per second to end in the first half a minute. */
  const early = ({ talk }: { readonly talk: readonly number[] }) =>
    talk.slice(0, 8).reduce((sum, each) => sum + each, 0) / 8;

  it('is the campaign’s own while it shares them with nobody', () => {
    expect(pooledOutlook(short, [])).toBe(short.model.outlook);
  });

  it('lies between those of both', () => {
    const pooled = early(pooledOutlook(short, [long]));

    expect(pooled).toBeLessThan(early(short.model.outlook));
    expect(pooled).toBeGreaterThan(early(long.model.outlook));
  });

  it('leans to the campaign with more answers', () => {
    const often = early(pooledOutlook(talking(30, 80, 100), [talking(300, 80, 2000)]));
    const seldom = early(pooledOutlook(talking(30, 80, 100), [talking(300, 80, 100)]));

    expect(often).toBeLessThan(seldom);
  });

  it('rings as the campaign’s own calls do', () => {
    const { ringing, settledAfter, at } = short.model.outlook;

    expect(pooledOutlook(short, [long])).toMatchObject({ ringing, settledAfter, at });
  });

  it('is worked out once for the same campaigns, and anew for others', () => {
    const first = pooledOutlook(short, [long]);

    expect(pooledOutlook(short, [long])).toBe(first);
    expect(pooledOutlook(short, [talking(60, 50, 10)])).not.toBe(first);
  });
});
