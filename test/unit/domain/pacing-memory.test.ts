import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../lib/domain/attempt.ts';
import { attemptId, recordId } from '../../../lib/domain/ids.ts';
import { instant, plus } from '../../../lib/domain/instant.ts';
import { answerChance } from '../../../lib/domain/pacing/answer-rate.ts';
import {
  emptyMemory,
  type PacingMemory,
  shareOf,
  watch,
} from '../../../lib/domain/pacing-memory.ts';
import { anAttempt, aRecord, at, NOW, taken } from '../../support/records.ts';
import { hungUp, lostInQueue, pickedUp, rangOut, talking, tell, wrappedUp } from './a-call.ts';

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
    expect(ended.learnt.talk).not.toEqual(taken.learnt.talk);
    expect(ended.learnt.wrapUp).not.toEqual(taken.learnt.wrapUp);
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

  it('learns from calls nobody answered, and does not count them', () => {
    const ids = Array.from({ length: 200 }, (_, i) => `a${i}`);
    const before = memory(...ids);
    const silent = ids.map((id) => call(rangOut, id));
    const later = { ...call(rangOut, 'z'), marks: { initiated: at(900), disconnected: at(925) } };

    const known = watch(watch(before, silent), []);
    const after = watch({ ...known, watched: [watching('z')] }, [later]);

    expect(after.hours).toEqual([]);
    expect(answerChance(after.learnt.rate).chance).toBeLessThan(
      answerChance(before.learnt.rate).chance,
    );
  });

  it('forgets an order that was given back', () => {
    const withdrawn = anAttempt(record, 'a1', { settled: true, ruleApplied: true });

    const after = watch(memory('a1'), [withdrawn]);

    expect(after).toEqual(emptyMemory());
  });

  it('is the share of a rolling day', () => {
    const hour = (hours: number, answered: number, abandoned: number) => ({
      at: plus(NOW, hours * 3600),
      answered,
      abandoned,
    });
    const hours = [hour(-25, 100, 50), hour(-23, 10, 1), hour(0, 5, 0)];

    expect(shareOf({ ...emptyMemory(), hours }, NOW, 'day')).toEqual({
      answered: 15,
      abandoned: 1,
      since: at(-23 * 3600),
      until: NOW,
    });
    expect(shareOf(emptyMemory(), instant(NOW), 'day')).toMatchObject({
      answered: 0,
      abandoned: 0,
    });
  });
});
