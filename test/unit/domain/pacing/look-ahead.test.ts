import { describe, expect, it } from 'vitest';
import { type CallModel, emptyCallModel, learn } from '../../../../lib/domain/pacing/call-model.ts';
import { answersWithin, lookAhead } from '../../../../lib/domain/pacing/look-ahead.ts';
import { experience, NOON } from './a-floor.ts';

/** A campaign where every talk lasts this long and every wrap-up 20 s. */
function withTalksOf(seconds: number): CallModel {
  let known = emptyCallModel();
  for (let i = 0; i < 400; i++) {
    known = learn(known, { kind: 'talked', at: 1000 * i, lasted: 1000 * seconds });
    known = learn(known, { kind: 'wrapped-up', at: 1000 * i, lasted: 20_000 });
  }
  return learn(known, { kind: 'looked', at: NOON, agents: [] });
}

describe('ahead', () => {
  it('looks at three moments, soonest first', () => {
    const { moments } = lookAhead(emptyCallModel().outlook, 2);

    const times = moments.map(({ answeredIn }) => answeredIn);

    expect(times.length).toBe(3);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times[1]).toBeGreaterThan(8);
    expect(times[1]).toBeLessThan(14);
  });

  it('expects contacts of 140 s before the first one', () => {
    expect(lookAhead(emptyCallModel().outlook, 2).contactSeconds).toBeCloseTo(140, 0);
  });

  it('learns how long contacts are', () => {
    const { contactSeconds } = lookAhead(withTalksOf(300).outlook, 2);

    expect(contactSeconds).toBeGreaterThan(290);
    expect(contactSeconds).toBeLessThan(360);
  });

  it('sees an agent free soon near the end of wrap-up, not at the start of a talk', () => {
    const last = lookAhead(withTalksOf(300).outlook, 2).moments[2];

    expect(last?.freeAfterWrapUp(17)).toBeGreaterThan(0.75);
    expect(last?.freeAfterTalk(10)).toBeLessThan(0.01);
  });

  it('counts the wait a caller may bear as time to become free', () => {
    const { outlook } = emptyCallModel();

    const [patient, impatient] = [2, 0].map((wait) => lookAhead(outlook, wait).moments[0]);

    expect(patient?.freeAfterWrapUp(5)).toBeGreaterThan(impatient?.freeAfterWrapUp(5) ?? 1);
  });

  it('works an outlook out once', () => {
    const { outlook } = emptyCallModel();

    expect(lookAhead(outlook, 2)).toBe(lookAhead(outlook, 2));
  });

  it('gives up on a call that rings longer than people take to answer', () => {
    const { outlook } = experience(2000, 3);

    const chances = [2, 9, 15].map((age) => answersWithin(outlook, 1 / 3, age, 10));

    expect(chances[0]).toBeGreaterThan(0.3);
    expect(chances[1]).toBeGreaterThan(0.3);
    expect(chances[2]).toBeLessThan(0.02);
  });

  it('expects nothing of a call that should have ended long ago', () => {
    expect(answersWithin(emptyCallModel().outlook, 0.5, 1000, 10)).toBe(0);
  });
});
