import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AgentShortage } from '../../../../lib/domain/pacing/agent-shortage.ts';

/** By trying every outcome of every coin. */
function noAgentLeftByHand(agents: readonly number[], answers: readonly number[]): number {
  const coins = [...agents.map((p) => ({ p, by: -1 })), ...answers.map((p) => ({ p, by: 1 }))];
  const from = (i: number, value: number): number => {
    const coin = coins[i];
    if (coin === undefined) return value >= 0 ? 1 : 0;
    return coin.p * from(i + 1, value + coin.by) + (1 - coin.p) * from(i + 1, value);
  };
  return from(0, 0);
}

function surplusOf(agents: readonly number[], answers: readonly number[]): AgentShortage {
  const shortage = new AgentShortage();
  for (const chance of agents) shortage.addAgent(chance);
  for (const chance of answers) shortage.addAnswer(chance);
  return shortage;
}

describe('shortage', () => {
  it('has no agent left when there was none', () => {
    const risk = new AgentShortage().chanceOfNoAgent();

    expect(risk).toBe(1);
  });

  it('has an agent left for the first answer when one is free', () => {
    const risk = surplusOf([1], []).chanceOfNoAgent();

    expect(risk).toBe(0);
  });

  it('loses a second caller as often as the first one answers', () => {
    const risk = surplusOf([1], [0.3]).chanceOfNoAgent();

    expect(risk).toBeCloseTo(0.3, 12);
  });

  it('is exact for a small floor, whatever the chances', () => {
    const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 });

    fc.assert(
      fc.property(chances, chances, (agents, answers) => {
        const risk = surplusOf(agents, answers).chanceOfNoAgent();

        expect(Math.abs(risk - noAgentLeftByHand(agents, answers))).toBeLessThan(1e-3);
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  it('can be asked between one answer and the next', () => {
    const shortage = surplusOf([1, 0.5], []);

    const risks = [0.4, 0.4, 0.4].map((chance) => {
      shortage.addAnswer(chance);
      return shortage.chanceOfNoAgent();
    });

    const byHand = [1, 2, 3].map((count) =>
      noAgentLeftByHand(
        [1, 0.5],
        Array.from({ length: count }, () => 0.4),
      ),
    );
    risks.forEach((risk, i) => {
      expect(risk).toBeCloseTo(byHand[i] ?? -1, 9);
    });
  });

  it.each([-15, -10, -5, 0, 5])(
    'tells a crowd by its moments as well as exactly, %i off balance',
    (off) => {
      // 160 fair coins have a variance of 40: the last to be counted exactly. One more makes a
      // crowd.
      const coins = Array.from({ length: 160 }, () => 0.5);
      const sure = Array.from({ length: 80 - off }, () => 1);

      const exact = surplusOf(sure, coins).chanceOfNoAgent();
      const crowd = surplusOf(sure, [...coins, 0.001]).chanceOfNoAgent();

      expect(Math.abs(crowd - exact)).toBeLessThan(1e-3);
    },
  );

  it('keeps counting where its window has to move a long way', () => {
    const rare = Array.from({ length: 800 }, () => 0.02);
    const sure = Array.from({ length: 300 }, () => 1);

    const risk = surplusOf([...sure, 1], [...rare, ...sure.slice(0, 290)]).chanceOfNoAgent();

    // 16 rare answers are expected, and 11 agents are there for them.
    expect(risk).toBeGreaterThan(0.9);
    expect(risk).toBeLessThan(0.95);
  });
});
