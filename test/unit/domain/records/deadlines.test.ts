import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../../lib/domain/model/attempt.ts';
import type { Phase } from '../../../../lib/domain/model/channel.ts';
import {
  deadlineOf,
  LONGEST_CALL,
  NUMBER_LOCKED,
  ORDER_WAITS,
} from '../../../../lib/domain/records/deadlines.ts';
import { anAttempt, aRecord, at } from '../../../support/records.ts';

const TIMES = { ringFor: 25, longestWait: 90, wrapUp: 40 };
const inbound = { ivr: 'reception', identity: 'one' } as const;
/** Seconds after the moment at which it is asked, 100 s after the order. */
const deadline = (phase: Phase, changes: Partial<Attempt> = {}) =>
  (deadlineOf(phase, anAttempt(aRecord(), 'a1', changes), TIMES, at(100)) - at(100)) / 1000;

describe('a deadline', () => {
  it.each<[Phase, number, string]>([
    ['ordered', 600, 'as long as an order may wait for the call rate'],
    ['started', 25 + 60, 'the ringing, and a minute'],
    ['connected', 90 + 60, 'the longest wait, and a minute'],
    ['with-agent', 3600, 'an hour of talk, then a look'],
    ['wrap-up', 40, 'the wrap-up'],
    ['unclear', LONGEST_CALL, 'the longest call there is'],
    ['ended', 120, 'a run of the rule'],
  ])('of a call that is %s is %s s away: %s', (phase, seconds) => {
    expect(deadline(phase)).toBe(seconds);
  });

  it('of a wrap-up counts from the end of the call, with the further time (INB-4)', () => {
    const timestamps = { disconnected: at(90) };

    expect(deadline('wrap-up', { timestamps })).toBe(30);
    expect(deadline('wrap-up', { timestamps, inbound: { ...inbound, extraWrapUp: 60 } })).toBe(90);
  });

  it('of an unclear call counts from when Connect was asked, however often it is looked at', () => {
    expect(deadline('unclear', { askedAt: at(40) })).toBe(LONGEST_CALL - 60);
  });

  it.each([
    [100, 120],
    [-20, 120],
    [-21, 121],
    [-500, 600],
  ])(
    'of a rule’s run: the call over at %s s, the next run in %s s: pauses double',
    (over, pause) => {
      expect(deadline('ended', { timestamps: { disconnected: at(over) } })).toBe(pause);
      expect(
        deadline('ended', { timestamps: { disconnected: at(-999), wrapUpEnded: at(over) } }),
      ).toBe(pause);
    },
  );

  it('never outlasts the lock of the number (DIA-7)', () => {
    const longest = Math.max(ORDER_WAITS, LONGEST_CALL, ...Object.values(TIMES), 3600);

    expect(LONGEST_CALL).toBe(4 * 60 * 60);
    expect(NUMBER_LOCKED).toBe(longest + 60 * 60);
  });
});
