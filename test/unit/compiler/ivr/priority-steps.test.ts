import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundsToSteps, waitRounds } from '../../../../lib/compiler/flows/outbound-queue-flow.ts';
import { firstStep, priorityStepActions } from '../../../../lib/compiler/ivr/priority-steps.ts';
import { contextOf, idsOf, targetsOf } from './an-ivr-context.ts';

const blocks = { start: { kind: 'answer', next: 'bye' }, bye: { kind: 'disconnect' } } as const;
const anyWait = fc.integer({ min: 1, max: 7200 });

describe('the rounds of a wait (PRI-4)', () => {
  it('are never longer than asked, and shorter by less than a second each', () => {
    fc.assert(
      fc.property(anyWait, (wait) => {
        const { rounds, seconds } = waitRounds(wait);

        expect(rounds * seconds).toBeLessThanOrEqual(wait);
        expect(rounds * seconds).toBeGreaterThan(wait - rounds);
        // a Loop counts to 100, and the round that ends the wait is not counted
        expect(rounds).toBeLessThanOrEqual(101);
        if (wait >= 20) expect(seconds).toBeGreaterThanOrEqual(20);
      }),
    );
  });
});

describe('the steps of a rising priority (PRI-5)', () => {
  const anySteps = fc
    .uniqueArray(fc.integer({ min: 0, max: 4000 }), { maxLength: 8 })
    .map((list) => list.toSorted((a, b) => a - b).map((after) => ({ after })));

  it('are due in a round each, none too early, none once the wait is over', () => {
    fc.assert(
      fc.property(anyWait, anySteps, (wait, steps) => {
        const rounds = waitRounds(wait);
        const due = roundsToSteps(rounds, steps);

        let round = 0;
        for (const [n, { waited, rounds: further }] of due.entries()) {
          round += further;
          expect(further).toBeGreaterThanOrEqual(1);
          expect(waited).toBe(round * rounds.seconds);
          expect(waited).toBeGreaterThanOrEqual(steps[n]?.after ?? 0);
          expect(round).toBeLessThan(rounds.rounds);
        }
      }),
    );
  });

  it.each([
    [
      [{ after: 20 }, { after: 45 }],
      [
        { waited: 20, rounds: 1 },
        { waited: 60, rounds: 2 },
      ],
    ],
    [
      [{ after: 5 }, { after: 6 }],
      [
        { waited: 20, rounds: 1 },
        { waited: 40, rounds: 1 },
      ],
    ],
    [[{ after: 81 }], []],
    [[{ after: 80 }], [{ waited: 80, rounds: 4 }]],
    [[], []],
  ])('of %j in five rounds of twenty seconds are %j', (steps, expected) => {
    expect(roundsToSteps({ rounds: 5, seconds: 20 }, steps)).toEqual(expected);
  });

  const parts = {
    queue: 'sales',
    steps: [
      { waited: 20, rounds: 1 },
      { waited: 60, rounds: 2 },
    ],
    functionArn: 'raise-priority',
    own: (name: string) => `own.${name}`,
    goOn: 'count',
  };

  it('are taken one after the other, and whatever fails the caller waits on', () => {
    const actions = priorityStepActions(parts);

    expect(idsOf(actions)).toEqual([
      'own.step',
      'own.rounds0',
      'own.next0',
      'own.raise0',
      'own.rounds1',
      'own.next1',
      'own.raise1',
    ]);
    expect([...targetsOf(actions)].filter((id) => !idsOf(actions).includes(id))).toEqual(['count']);
  });

  it('tell the function how long the caller has waited, and where', () => {
    const given = priorityStepActions(parts).map(({ Parameters }) => Parameters);

    expect(given.at(-1)).toMatchObject({
      LambdaFunctionARN: 'raise-priority',
      LambdaInvocationAttributes: { queue: 'sales', waited: '60' },
    });
    expect(given[1]).toEqual({ LoopCount: '0' });
    expect(given[2]).toEqual({ Attributes: { priorityStep: '1' } });
  });

  it('are no actions where there are none', () => {
    expect(priorityStepActions({ ...parts, steps: [] })).toEqual([]);
  });

  const steps = [{ after: '30 s', coefficient: 2 }];
  it.each([
    [{}, {}],
    [{ inbound: { steps } }, { priorityStep: '0' }],
    [{ queues: { service: { steps } } }, { priorityStep: '0' }],
  ])('begin with the first, where the campaign or any queue has steps: %j', (input, expected) => {
    expect(firstStep(contextOf({ blocks, ...input }))).toEqual(expected);
  });
});
