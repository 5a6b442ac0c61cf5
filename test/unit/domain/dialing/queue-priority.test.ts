import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queuePriority, raisedPriority } from '../../../../lib/domain/dialing/queue-priority.ts';

const steps = [
  { after: 60, coefficient: 1.5 },
  { after: 120, coefficient: 2 },
];
const raised = (waited: number, priority = 50, level = queuePriority(priority)) =>
  raisedPriority({ priority, level, waited, steps }).verdict;

describe('the priority of a call that waits (PRI-5)', () => {
  it.each([
    [59, undefined],
    [60, 3],
    [119, 3],
    [120, 1],
    [600, 1],
  ])('after %i s is %s, starting from the middle', (waited, level) => {
    const verdict = raised(waited);

    expect(verdict.kind === 'raise' ? verdict.level : undefined).toBe(level);
  });

  it('rises from nothing too', () => {
    const most = raisedPriority({
      priority: 0,
      level: 10,
      waited: 60,
      steps: [{ after: 60, coefficient: 100 }],
    });

    expect(most.verdict).toMatchObject({ kind: 'raise', level: 1 });
  });

  it('stays when it is as good already: a step taken twice is taken once', () => {
    expect(raised(60, 50, 3)).toEqual({ kind: 'stay' });
    expect(raised(60, 50, 1)).toEqual({ kind: 'stay' });
  });

  it('says what it looked at', () => {
    expect(raisedPriority({ priority: 50, level: 5, waited: 61, steps }).gates).toEqual([
      { gate: 'step-due', passed: true, saw: 61, wanted: 60 },
      { gate: 'priority', passed: true, saw: 50 },
      { gate: 'coefficient', passed: true, saw: 1.5 },
      { gate: 'better-than-now', passed: true, saw: 3, wanted: 5 },
    ]);
    expect(raisedPriority({ priority: 50, level: 5, waited: 10, steps }).gates).toEqual([
      { gate: 'step-due', passed: false, saw: 10 },
    ]);
  });

  it('never falls, and stays within Connect’s scale', () => {
    const facts = fc.record({
      priority: fc.double({ min: 0, max: 100, noNaN: true }),
      level: fc.integer({ min: 1, max: 10 }),
      waited: fc.integer({ min: 0, max: 300 }),
      steps: fc.constant(steps),
    });

    fc.assert(
      fc.property(facts, (given) => {
        const { verdict } = raisedPriority(given);
        const to = verdict.kind === 'raise' ? verdict.level : given.level;
        return Number.isInteger(to) && to >= 1 && to <= given.level;
      }),
    );
  });
});
