import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../../lib/domain/model/attempt.ts';
import { attemptId, recordId } from '../../../../lib/domain/model/ids.ts';
import { instant, parseInstant, plus } from '../../../../lib/domain/model/instant.ts';
import { answerChance } from '../../../../lib/domain/pacing/answer-rate.ts';
import {
  emptyMemory,
  noteDecision,
  type PacingMemory,
  shareOf,
  storedMemory,
  watch,
} from '../../../../lib/domain/pacing/pacing-memory.ts';
import { ZONE } from '../../../support/definitions.ts';
import { anAttempt, aRecord, at, NOW, taken } from '../../../support/records.ts';
import {
  hungUp,
  lostInQueue,
  pickedUp,
  rangOut,
  talking,
  tell,
  wrappedUp,
} from '../calls/a-call.ts';

const A_DAY = { window: 'day', cap: 0.03, zone: ZONE } as const;
const THIRTY_DAYS = { ...A_DAY, window: 'thirty-days' } as const;

const record = taken(aRecord());
const watching = (id: string): PacingMemory['watched'][number] => ({
  record: recordId('ann'),
  attempt: attemptId(id),
  rang: false,
});
const call = (facts: Parameters<typeof tell>[2][number], id = 'a1'): Attempt =>
  tell(record, anAttempt(record, id), [facts]).attempt;
const memory = (...ids: readonly string[]): PacingMemory => ({
  ...emptyMemory(),
  watched: ids.map(watching),
});
const share = ({ hours }: PacingMemory) =>
  hours.map(({ answered, abandoned }) => ({ answered, abandoned }));

describe('what a predictive dialer remembers (NEW-6)', () => {
  it('is nothing of a call that still rings or waits', () => {
    const before = memory('a1');

    const [unknown, waiting] = [watch(before, []), watch(before, [call(pickedUp)])];

    expect(unknown).toEqual(before);
    expect(waiting).toEqual(before);
  });

  it('counts a call an agent took at once, and watches it to its end', () => {
    const taken = watch(memory('a1'), [call(talking)]);
    const ended = watch(taken, [call(wrappedUp)]);

    expect(share(taken)).toEqual([{ answered: 1, abandoned: 0 }]);
    expect(taken.watched).toEqual([{ ...watching('a1'), rang: true }]);
    expect(ended.watched).toEqual([]);
    expect(share(ended)).toEqual(share(taken));
    expect(ended.model.talk).not.toEqual(taken.model.talk);
    expect(ended.model.wrapUp).not.toEqual(taken.model.wrapUp);
  });

  it('watches a call until its wrap-up has ended, and one without an agent until it has', () => {
    const inWrapUp = watch(memory('a1'), [call(hungUp)]);
    const lost = watch(memory('a1'), [call(lostInQueue)]);

    expect([inWrapUp.watched.length, lost.watched.length]).toEqual([1, 0]);
  });

  it('keeps the hours of a day apart, and forgets those before', () => {
    const answeredAt = (id: string, seconds: number) =>
      call({ ...talking, initiated: at(seconds - 5), connectedToSystem: at(seconds) }, id);
    const hour = 3600;

    const first = watch(memory('a1', 'a2', 'a3', 'a4'), [answeredAt('a1', 0)]);
    const second = watch(first, [answeredAt('a2', hour), answeredAt('a3', hour + 60)]);
    const next = watch(second, [answeredAt('a4', 24 * hour + 1)]);

    expect(second.hours.map(({ at: began, answered }) => [began, answered])).toEqual([
      [at(0), 1],
      [at(hour), 2],
    ]);
    expect(next.hours.map(({ at: began }) => began)).toEqual([at(hour), at(24 * hour)]);
  });

  it.each([
    ['UTC', '2026-03-02T00:00Z'],
    // midnight in Kolkata is half past six in the evening, UTC: that hour is today's
    ['Asia/Kolkata', '2026-03-01T18:00Z'],
  ])('judges today from its first hour on: %s', (zone, from) => {
    const [yesterday, first] = [parseInstant('2026-03-01T12:00Z'), parseInstant(from)];
    const kept: PacingMemory = {
      ...emptyMemory(),
      hours: [
        { at: yesterday, answered: 100, abandoned: 0 },
        { at: first, answered: 10, abandoned: 1 },
      ],
    };

    expect(shareOf(kept, NOW, { ...A_DAY, zone })).toEqual({
      answered: 10,
      abandoned: 1,
      since: first,
    });
  });

  it('learns nothing of the limit from a decision that had none', () => {
    const gates = [{ gate: 'agents-online', passed: true, saw: 1 }];
    const figures = { online: 1, free: 1, inFlight: 0, waiting: 0, share: 0, riskMean: 0.2 };

    const noted = noteDecision(emptyMemory(), { calls: 1, gates, figures }, 1, NOW);

    expect(noted.model).toBe(emptyMemory().model);
    expect(noted.decisions).toEqual([
      { at: NOW, wanted: 1, started: 1, limit: gates[0], riskLimit: 0 },
    ]);
  });

  it('counts as abandoned who hung up waiting, and who waited longer than two seconds', () => {
    const lost = watch(memory('a1'), [call(lostInQueue)]);
    const slow = watch(memory('a1'), [call({ ...hungUp, connectedToAgent: at(12.1) })]);
    const quick = watch(memory('a1'), [call(hungUp)]);

    expect([lost, slow, quick].map(share)).toEqual([
      [{ answered: 1, abandoned: 1 }],
      [{ answered: 1, abandoned: 1 }],
      [{ answered: 1, abandoned: 0 }],
    ]);
  });

  it('counts the wait from the end of the greeting where Connect listens for machines', () => {
    const heard = { ...hungUp, machineDetection: 'HUMAN_ANSWERED' };

    const slowGreeting = watch(memory('a1'), [call({ ...heard, connectedToAgent: at(12.9) })]);
    const slowAgent = watch(memory('a1'), [call({ ...heard, connectedToAgent: at(13.1) })]);

    expect([slowGreeting, slowAgent].map(share)).toEqual([
      [{ answered: 1, abandoned: 0 }],
      [{ answered: 1, abandoned: 1 }],
    ]);
  });

  it('learns from calls nobody answered, and does not count them', () => {
    const ids = Array.from({ length: 200 }, (_, i) => `a${i}`);
    const before = memory(...ids);
    const silent = ids.map((id) => call(rangOut, id));
    const later = {
      ...call(rangOut, 'z'),
      timestamps: { initiated: at(900), disconnected: at(925) },
    };

    const known = watch(watch(before, silent), []);
    const after = watch({ ...known, watched: [watching('z')] }, [later]);

    expect(after.hours).toEqual([]);
    expect(answerChance(after.model.rate).chance).toBeLessThan(
      answerChance(before.model.rate).chance,
    );
  });

  it('forgets an order that was given back', () => {
    const withdrawn = anAttempt(record, 'a1', { settled: true, ruleApplied: true });

    const after = watch(memory('a1'), [withdrawn]);

    expect(after).toEqual(emptyMemory());
  });

  const hour = (hours: number, answered: number, abandoned: number) => ({
    at: plus(NOW, hours * 3600),
    answered,
    abandoned,
  });

  it('is the share of the last 24 hours', () => {
    const hours = [hour(-25, 100, 50), hour(-23, 10, 1), hour(0, 5, 0)];

    expect(shareOf({ ...emptyMemory(), hours }, NOW, A_DAY)).toEqual({
      answered: 15,
      abandoned: 1,
      since: at(-23 * 3600),
    });
    expect(shareOf(emptyMemory(), instant(NOW), A_DAY)).toMatchObject({
      answered: 0,
      abandoned: 0,
    });
  });

  it('is the share of today where yesterday would pay for it', () => {
    const hours = [hour(-20, 900, 0), hour(-1, 20, 1), hour(0, 10, 1)];

    expect(shareOf({ ...emptyMemory(), hours }, NOW, A_DAY)).toEqual({
      answered: 30,
      abandoned: 2,
      since: at(-3600),
    });
  });

  it('is the share of thirty days, counted anew when they are over', () => {
    const counted = watch(memory('a1', 'a2'), [call(talking), call(lostInQueue, 'a2')]);
    const since = counted.period?.since ?? 0;
    const later = (days: number) =>
      shareOf(counted, plus(instant(since), days * 86_400), THIRTY_DAYS);

    expect(later(29)).toMatchObject({ answered: 2, abandoned: 1, since });
    expect(later(30)).toMatchObject({ answered: 0, abandoned: 0, since: since + 30 * 86_400_000 });
    expect(later(75)).toMatchObject({ answered: 0, since: since + 60 * 86_400_000 });
    expect(shareOf(emptyMemory(), NOW, THIRTY_DAYS)).toEqual({
      answered: 0,
      abandoned: 0,
      since: NOW,
    });
  });

  it('is what a decision risked and what limited it, the last ten of them', () => {
    const limit = { gate: 'risk-of-next-call', passed: true, saw: 0.09, limit: 0.05 };
    const floor = { online: 1, free: 1, inFlight: 0, waiting: 0, share: 0 };
    const figures = { ...floor, riskMean: 0.02, riskLimit: 0.05 };
    const decision = { calls: 2, gates: [limit], figures };

    const none = noteDecision(emptyMemory(), decision, 0, NOW);
    let known = none;
    for (let i = 1; i <= 12; i++) known = noteDecision(known, decision, 2, plus(NOW, i));

    expect(none).toBe(emptyMemory());
    expect(known.decisions.length).toBe(10);
    expect(known.decisions.at(-1)).toEqual({
      at: plus(NOW, 12),
      wanted: 2,
      started: 2,
      limit,
      riskLimit: 0.05,
    });
    expect(known.model.use).toEqual({ calls: 24, used: expect.closeTo(9.6, 9) });
  });

  it('starts anew from what an older version learned, and keeps its counts', () => {
    const counted = watch(memory('a1', 'a2'), [call(talking)]);
    const older = JSON.parse(JSON.stringify({ ...counted, model: { version: 1 } }));

    expect(storedMemory(undefined)).toBe(emptyMemory());
    expect(storedMemory(counted)).toBe(counted);
    expect(storedMemory(older)).toEqual({
      ...emptyMemory(),
      watched: counted.watched,
      hours: counted.hours,
    });
  });
});
