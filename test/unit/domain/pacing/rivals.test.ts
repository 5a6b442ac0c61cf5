import { describe, expect, it } from 'vitest';
import type { PacingCall } from '../../../../lib/domain/pacing/facts.ts';
import {
  answeredBy,
  type Forecast,
  forecastAt,
  freeBy,
} from '../../../../lib/domain/pacing/forecast.ts';
import { answersWithin, lookAhead } from '../../../../lib/domain/pacing/look-ahead.ts';
import type { AgentState, PacingAgent } from '../../../../lib/domain/pacing/pacing-agent.ts';
import { along } from '../../../../lib/domain/pacing/ringing.ts';
import { addRival, addRivals } from '../../../../lib/domain/pacing/rivals.ts';
import { agents, calls, experience, NOON } from './a-floor.ts';
import { member, viewOf } from './a-pool.ts';

const { outlook } = experience(600, 3);
const ahead = lookAhead(outlook, 2);
const [, moment] = ahead.moments;
if (moment === undefined) throw new Error('it looks at more than one moment');
const forecast = (
  team: readonly PacingAgent[] = [],
  own: readonly PacingCall[] = [],
  chance = 0.3,
): Forecast => forecastAt({ now: NOON, agents: team, calls: own, outlook }, moment, chance, 1);
const risk = ({ shortage }: Forecast) => shortage.chanceOfNoAgent();

describe('a forecast of one moment', () => {
  it('counts on free agents, and on nobody who prepares, rests or leaves', () => {
    const states: AgentState[] = ['free', 'preparing', 'break', 'leaving'];
    const chances = states.map((state) => freeBy({ state, since: NOON - 5000 }, moment, NOON));

    expect(chances).toEqual([1, 0, 0, 0]);
  });

  it('expects an agent to be free the more the longer the contact lasts', () => {
    const talked = (seconds: number) =>
      freeBy({ state: 'talking', since: NOON - seconds * 1000 }, moment, NOON);
    const wrapUp = freeBy({ state: 'wrap-up', since: NOON - 20_000 }, moment, NOON);

    expect(talked(5)).toBeGreaterThan(0);
    expect(wrapUp).toBeGreaterThan(talked(20));
    expect(wrapUp).toBeLessThan(1);
  });

  it('is without risk while more agents are free than calls are in flight', () => {
    expect(risk(forecast(agents(3, 'free'), calls(2)))).toBe(0);
    expect(forecast(agents(3, 'free'), calls(2)).expectedFree).toBe(3);
  });

  it('loses the next call for certain when a person waits and nobody is free', () => {
    expect(risk(forecast([], calls(1, 'waiting')))).toBe(1);
    expect(risk(forecast())).toBe(1);
  });

  it('says how likely the next call is answered by then', () => {
    const { joins, answerChance, weight } = forecast([], [], 0.4);

    expect(joins).toBeCloseTo(0.4 * along(outlook.ringing.answered, moment.answeredIn), 12);
    expect([answerChance, weight]).toEqual([0.4, 1]);
  });

  it('knows a call’s chance by its age in quarters of a second, whatever was asked before', () => {
    const answered = answeredBy(outlook, 0.3, NOON);
    const aged = (seconds: number): PacingCall => ({
      state: 'ringing',
      since: NOON - seconds * 1000,
    });

    expect(answered({ state: 'waiting', since: NOON }, 5)).toBe(1);
    for (const [age, within] of [
      [3, 5],
      [3, 9],
      [3.1, 5],
      [3, 5],
      [-1, 5],
    ] as const) {
      const rounded = Math.max(0, Math.round(age * 4) / 4);
      expect(answered(aged(age), within)).toBe(answersWithin(outlook, 0.3, rounded, within));
    }
  });
});

describe('calls of other campaigns in a forecast', () => {
  const team = { team: agents(2, 'free') };

  it('are so many more answers, and more risk', () => {
    const own = forecast(team.team, calls(1));
    const alone = risk(own);

    const expected = addRivals(
      own,
      viewOf([member('progressive', { calls: calls(1) })], team),
      NOON,
    );

    // to the others a call that must not be lost counts as answered
    expect(expected).toBe(1);
    expect(risk(own)).toBeGreaterThan(alone);
  });

  it('count by their own chance where the campaign looks ahead, those started now included', () => {
    const other = member('predictive', { calls: calls(2), started: 1 });
    const [call] = calls(1);
    const { answeredIn } = moment;

    const expected = addRivals(forecast(team.team), viewOf([other], team), NOON);

    expect(expected).toBeCloseTo(
      2 * other.pacer.answersWithin(answeredIn, call) + other.pacer.answersWithin(answeredIn),
      9,
    );
  });

  it('are none of a campaign that shares no agents', () => {
    const own = forecast(team.team, calls(1));
    const view = viewOf([member('progressive', { calls: calls(5), groups: ['night'] })], team);

    expect(addRivals(own, view, NOON)).toBe(0);
    expect(risk(own)).toBe(risk(forecast(team.team, calls(1))));
  });

  it('are callers who wait, and those who come until then', () => {
    const callers = [{ groups: ['team'], waiting: 2, perSecond: 0.1 }];

    const expected = addRivals(forecast(team.team), viewOf([], team, { callers }), NOON);

    expect(expected).toBeCloseTo(2 + 0.1 * moment.answeredIn, 9);
  });

  it('fall on the groups in common by who is expected to be free there', () => {
    const two = { team: agents(1, 'free'), night: agents(3, 'free') };
    const callers = [{ groups: ['team', 'night'], waiting: 4, perSecond: 0 }];

    expect(addRivals(forecast(two.team), viewOf([], two, { callers }), NOON)).toBeCloseTo(1, 9);
  });

  it('that start now are one more each', () => {
    const other = member('progressive', { groups: ['team', 'night'] });
    const two = { team: agents(1, 'free'), night: agents(1, 'free') };
    const own = forecast(two.team, [], 0.9);
    const nobody = member('progressive', { groups: ['night'] });

    addRival(own, nobody.pacer, viewOf([nobody], two), NOON);
    expect(risk(own)).toBe(0);
    addRival(own, other.pacer, viewOf([other], two), NOON);
    expect(risk(own)).toBeCloseTo(1 / 2, 6);
  });
});
