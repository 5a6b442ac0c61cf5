import { describe, expect, it } from 'vitest';
import { emptyCallModel, learn } from '../../../../lib/domain/pacing/call-model.ts';
import { estimatesOf } from '../../../../lib/domain/pacing/estimates.ts';

const MINUTE = 60_000;

/** Calls answered after ten seconds, talks of four minutes, wrap-ups of half a minute. */
function campaign(contacts: number) {
  let model = emptyCallModel();
  for (let i = 1; i <= contacts; i++) {
    const at = MINUTE * i;
    model = learn(model, { kind: 'rang', at, startedAt: at - 10_500, answered: true });
    model = learn(model, { kind: 'talked', at, lasted: 240_000 });
    model = learn(model, { kind: 'wrapped-up', at, lasted: 30_000 });
  }
  return model;
}

describe('the picture of what was learned (NEW-6)', () => {
  it('counts no observations before the first call', () => {
    const { answers, untilAnswer, untilOtherEnd, talk, wrapUp, limitUse, renewedAt } = estimatesOf(
      emptyCallModel(),
      5,
    );

    const counted = [answers, untilAnswer, untilOtherEnd, talk, wrapUp, limitUse];
    expect(counted.map(({ observations }) => observations)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(answers.chance).toBeCloseTo(0.3, 9);
    expect(talk.five).toBeCloseTo(120 * Math.LN2, 0);
    expect(renewedAt).toBe(0);
  });

  it('shows what calls and contacts were like', () => {
    const { answers, untilAnswer, talk, wrapUp } = estimatesOf(campaign(500), 5);

    expect(answers.chance).toBeGreaterThan(0.95);
    expect(answers.observations).toBeGreaterThan(480);
    expect(untilAnswer).toMatchObject({ five: 10.5, observations: 500 });
    expect(talk.five).toBeGreaterThan(200);
    expect(talk.five).toBeLessThan(280);
    expect(wrapUp.five).toBeGreaterThan(25);
    expect(wrapUp.five).toBeLessThan(35);
    expect(wrapUp.one).toBeLessThanOrEqual(wrapUp.five);
    expect([talk.observations, wrapUp.observations]).toEqual([500, 500]);
  });
});
