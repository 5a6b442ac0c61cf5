import { describe, expect, it } from 'vitest';
import { instant } from '../../../../lib/domain/model/instant.ts';
import type { RecordEntry } from '../../../../lib/domain/model/journal.ts';
import type { CallStatus } from '../../../../lib/language/schema/rule.ts';
import { learnBehaviour, type Seen } from '../../../../lib/simulation/dry-run/learn-behaviour.ts';

const UTC = 'UTC';
const TEN = Date.parse('2026-03-02T10:00:00Z');
/** What setting up a call takes before it rings, by the usual behaviour. */
const SET_UP = 2.5;

interface Told {
  readonly status: CallStatus;
  readonly at?: number;
  readonly reason?: string;
  /**
   * Seconds from placing the call to the answer, of the talk, and to the classification after it.
   */
  readonly answeredAfter?: number;
  readonly talk?: number;
  readonly classifiedAfter?: number;
  /** Seconds after the call at which the wrap-up ran out. */
  readonly ranOutAfter?: number;
}

/** The journal of one call of a record of its own. */
function call(name: string, told: Told): readonly Seen[] {
  const { status, at = TEN, reason, answeredAfter, talk, classifiedAfter, ranOutAfter } = told;
  const attempt = `${name}-1`;
  const moment = (seconds: number) => instant(at + 1000 * seconds);
  const end = (answeredAfter ?? 25) + (talk ?? 0);
  const entries: RecordEntry[] = [
    { type: 'call.placed', at: moment(0), attempt, contact: `c-${name}` },
  ];
  if (answeredAfter !== undefined)
    entries.push({ type: 'call.answered', at: moment(answeredAfter), attempt, by: 'customer' });
  entries.push({
    type: 'call.ended',
    at: moment(end),
    attempt,
    status,
    reason,
    talkSeconds: talk,
  });
  if (ranOutAfter !== undefined)
    entries.push({ type: 'record.unhandled', at: moment(end + ranOutAfter), attempt });
  if (classifiedAfter !== undefined)
    entries.push({
      type: 'record.classified',
      at: moment(end + classifiedAfter),
      attempt,
      classifier: 'sold',
      by: 'ann',
      success: true,
      fields: {},
    });
  return entries.map((entry) => ({ record: name, entry }));
}

const many = (count: number, name: string, told: Told) =>
  Array.from({ length: count }, (_, n) => call(`${name}${n}`, told)).flat();

const learned = (seen: readonly Seen[], zone = UTC) => {
  const found = learnBehaviour(seen, zone);
  if ('tooLittle' in found) throw new Error(found.tooLittle);
  return found;
};

describe('behaviour learned from a journal (NEW-4)', () => {
  it('is the chances, times and classifiers that the journal tells', () => {
    const found = learned([
      ...many(40, 'talk', {
        status: 'answered',
        answeredAfter: 12.5,
        talk: 80,
        classifiedAfter: 15,
      }),
      ...many(10, 'lost', { status: 'abandoned', answeredAfter: 12.5 }),
      ...many(30, 'mailbox', { status: 'voicemail', answeredAfter: 20 }),
      ...many(70, 'silent', { status: 'not-answered' }),
      ...many(20, 'busy', { status: 'busy' }),
      ...many(20, 'wrong', { status: 'error', reason: 'INVALID_NUMBER' }),
      ...many(10, 'broken', { status: 'error', reason: 'NETWORK' }),
    ]);

    expect(found).toEqual({
      behaviour: {
        callees: {
          answer: 50 / 150,
          answerAt: { '10-11': 50 / 150 },
          differ: 0,
          voicemail: 30 / 100,
          wrongNumber: 20 / 200,
          busy: 20 / 180,
          failure: 10 / 180,
          ring: { mean: 12.5 - SET_UP, variation: 0.05 },
          talk: { mean: 80, variation: 0.05 },
        },
        agents: { forgets: 0, wrapUp: { mean: 15, variation: 0.05 } },
        classifiers: { sold: 40 },
      },
      says: '200 calls, 33% answered by people, 11% busy, 30% of the unanswered taken by a mailbox',
    });
  });

  it('counts those who hung up before an agent came among the people who pick up', () => {
    const hungUp = many(60, 'early', { status: 'abandoned', answeredAfter: 10 });

    const { behaviour } = learned([...hungUp, ...many(60, 'silent', { status: 'not-answered' })]);

    expect(behaviour.callees).toMatchObject({ answer: 0.5, ring: { mean: 10 - SET_UP } });
    expect(behaviour.callees).not.toHaveProperty('talk');
    expect(behaviour.callees).not.toHaveProperty('patience');
    expect(behaviour.agents).toEqual({});
  });

  it('takes no wrap-up from a record classified after its wrap-up ran out', () => {
    const talk = { status: 'answered', answeredAfter: 10, talk: 60 } as const;

    const { behaviour } = learned([
      ...many(90, 'quick', { ...talk, classifiedAfter: 20 }),
      ...many(30, 'late', { ...talk, ranOutAfter: 120, classifiedAfter: 7200 }),
    ]);

    expect(behaviour.agents).toEqual({ forgets: 0.25, wrapUp: { mean: 20, variation: 0.05 } });
    expect(behaviour.classifiers).toEqual({ sold: 120 });
  });

  it('gives an hour of its own to hours with calls enough, by the clock where the people live', () => {
    const noon = TEN + 2 * 3_600_000;

    const { behaviour } = learned(
      [
        ...many(60, 'ten', { status: 'answered', answeredAfter: 9, talk: 60 }),
        ...many(60, 'noon', { status: 'not-answered', at: noon }),
        ...many(30, 'few', {
          status: 'answered',
          answeredAfter: 9,
          talk: 60,
          at: noon + 7_200_000,
        }),
      ],
      'Europe/Warsaw',
    );

    expect(behaviour.callees.answerAt).toEqual({ '11-12': 1, '13-14': 0 });
  });

  it('is not made up from an empty journal or a handful of calls', () => {
    const few = many(3, 'few', { status: 'busy' });

    expect([[], few].map((seen) => learnBehaviour(seen, UTC))).toEqual([
      { tooLittle: 'only 0 calls ended in it, and at least 100 are needed to learn from' },
      { tooLittle: 'only 3 calls ended in it, and at least 100 are needed to learn from' },
    ]);
  });
});
