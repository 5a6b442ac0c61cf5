import { describe, expect, it } from 'vitest';
import { answerChance } from '../../../../lib/domain/pacing/answer-rate.ts';
import { type CallModel, emptyCallModel, learn } from '../../../../lib/domain/pacing/call-model.ts';
import { pace } from '../../../../lib/domain/pacing/pace.ts';
import { aFloor, agents, calls, experience } from './a-floor.ts';

describe('what a campaign has learned', () => {
  it('survives a restart as JSON and decides the same', () => {
    const model = experience(1500, 4);
    const restarted = JSON.parse(JSON.stringify(model)) as CallModel;
    const floor = { agents: [...agents(3, 'free'), ...agents(17, 'talking', 60)], calls: calls(9) };

    const decisions = [model, restarted].map((known) => pace(aFloor({ ...floor, model: known })));

    expect(restarted).toEqual(model);
    expect(decisions[1]).toEqual(decisions[0]);
  });

  it('takes no more room after thousands of outcomes', () => {
    const size = (model: CallModel) => JSON.stringify(model).length;

    expect(size(experience(6000, 3))).toBeLessThan(1.2 * size(experience(600, 3)));
    expect(size(experience(6000, 3))).toBeLessThan(16_000);
  });

  it('leaves what it was given alone', () => {
    const model = emptyCallModel();
    const before = JSON.stringify(model);

    learn(model, { kind: 'rang', at: 90_000, startedAt: 80_000, answered: true });

    expect(JSON.stringify(model)).toBe(before);
  });

  it('finds the answer chance of the campaign', () => {
    const { chance } = answerChance(experience(3000, 5).rate);

    expect(chance).toBeGreaterThan(0.18);
    expect(chance).toBeLessThan(0.22);
  });

  it('renews the outlook about once a minute, not with every outcome', () => {
    const start = learn(emptyCallModel(), { kind: 'looked', at: 100_000, agents: [] });
    const soon = learn(start, { kind: 'talked', at: 130_000, lasted: 30_000 });
    const later = learn(soon, { kind: 'talked', at: 160_000, lasted: 30_000 });

    expect(soon.outlook).toBe(start.outlook);
    expect(later.outlook.at).toBe(160_000);
    expect(later.outlook.talk).not.toEqual(start.outlook.talk);
  });

  it('takes a look at running contacts as evidence of long ones', () => {
    const talking = [{ state: 'talking', since: 0 } as const];
    const wrapping = [{ state: 'wrap-up', since: 0 } as const];

    const [none, long, slow] = [[], talking, wrapping].map(
      (floor) => learn(emptyCallModel(), { kind: 'looked', at: 600_000, agents: floor }).outlook,
    );

    expect(long?.talk[5]).toBeLessThan(none?.talk[5] ?? 0);
    expect(long?.wrapUp).toEqual(none?.wrapUp);
    expect(slow?.wrapUp[5]).toBeLessThan(none?.wrapUp[5] ?? 0);
  });
});
