import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queuePriority } from '../../../../lib/domain/dialing/queue-priority.ts';
import {
  levelOf,
  type PriorityFacts,
  priorityOf,
} from '../../../../lib/domain/inbound/priority.ts';

const usual: PriorityFacts = { campaign: 50, channel: 50, weight: 0, blocks: {} };
const level = (changes: Partial<PriorityFacts>) => priorityOf({ ...usual, ...changes }).level;

describe('the priority of a waiting call (PRI-3, IVR-17)', () => {
  it('is Connect’s level from these scores on, each to the next', () => {
    const from = [89, 67, 45, 23, 0, -22, -44, -66, -88, -100];

    expect(from.map(levelOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(from.slice(0, -1).map((score) => levelOf(score - 1))).toEqual([
      2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    expect(levelOf(100)).toBe(1);
  });

  it.each<[string, Partial<PriorityFacts>, number]>([
    ['nothing said', {}, 5],
    ['an important campaign', { campaign: 75 }, 3],
    ['an unimportant channel', { channel: 25 }, 8],
    ['a heavy record', { weight: 50 }, 3],
    ['a block that raises', { blocks: { vip: 100 } }, 1],
    ['blocks that cancel out', { blocks: { vip: 100, late: -100 } }, 5],
    ['more than enough', { campaign: 100, channel: 100, weight: 1000, blocks: { vip: 100 } }, 1],
    ['less than nothing', { campaign: 0, channel: 0, weight: -1000, blocks: { vip: -100 } }, 10],
    ['a weight that is no number', { weight: Number.NaN }, 5],
  ])('with %s is %o → %i', (_, changes, expected) => {
    expect(level(changes)).toBe(expected);
  });

  it('says what it looked at', () => {
    expect(priorityOf({ ...usual, weight: 250, blocks: { vip: 30 } }).gates).toEqual([
      { gate: 'campaign-priority', passed: true, saw: 50 },
      { gate: 'channel-priority', passed: true, saw: 50 },
      { gate: 'record-weight', passed: true, saw: 100 },
      { gate: 'priority-blocks', passed: true, saw: 30 },
      { gate: 'priority-score', passed: true, saw: 100 },
    ]);
  });

  it('is that of the dialer’s calls where only the campaign says something (CAM-12)', () => {
    const campaigns = Array.from({ length: 101 }, (_, campaign) => campaign);

    expect(campaigns.map((campaign) => level({ campaign }))).toEqual(campaigns.map(queuePriority));
  });

  it('never falls when anything rises, and stays within Connect’s scale', () => {
    const facts = fc.record({
      campaign: fc.integer({ min: 0, max: 100 }),
      channel: fc.integer({ min: 0, max: 100 }),
      weight: fc.integer({ min: -500, max: 500 }),
      block: fc.integer({ min: -100, max: 100 }),
    });
    fc.assert(
      fc.property(facts, fc.nat(50), ({ block, ...one }, more) => {
        const base = level({ ...one, blocks: { one: block } });
        const raised = level({ ...one, weight: one.weight + more, blocks: { one: block } });
        expect(raised).toBeLessThanOrEqual(base);
        expect(base).toBeGreaterThanOrEqual(1);
        expect(base).toBeLessThanOrEqual(10);
      }),
    );
  });
});
