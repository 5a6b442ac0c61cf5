// The number stays locked until Connect has said what became of the call (DIA-7).
import { describe, expect, it } from 'vitest';
import { awaitConnectsWord, goesOn } from '../../../../lib/domain/calls/open-call.ts';
import type { Attempt } from '../../../../lib/domain/model/attempt.ts';
import type { CurrentAttempt } from '../../../../lib/domain/model/record.ts';
import { LONGEST_CALL, NUMBER_LOCKED } from '../../../../lib/domain/records/deadlines.ts';
import { anAttempt, aRecord, at, taken } from '../../../support/records.ts';
import { SETTINGS } from './a-call.ts';

const { times } = SETTINGS;

function open(seconds: number, changes: Partial<CurrentAttempt> = {}, of: Partial<Attempt> = {}) {
  const record = taken(aRecord(), 'a1', changes);
  const attempt = anAttempt(record, 'a1', { askedAt: at(0), ...of });
  if (record.current === undefined) throw new Error('it was taken');
  return { record, current: record.current, attempt, times, now: at(seconds) };
}

describe('a call of which Connect has said nothing', () => {
  it('waits for its word as long as a call may last, and keeps the number locked beyond that', () => {
    const change = awaitConnectsWord(open(600));

    expect(change).toMatchObject({
      after: { current: { phase: 'unclear', since: at(600), deadline: at(LONGEST_CALL) } },
      entries: [{ type: 'call.unclear', attempt: 'a1', until: at(LONGEST_CALL) }],
      takeNumber: { phone: '+48221000001', attempt: 'a1', until: at(600 + NUMBER_LOCKED) },
    });
    expect(at(600 + NUMBER_LOCKED)).toBeGreaterThan(at(LONGEST_CALL));
  });

  it('is told of once, however often it is looked at', () => {
    expect(awaitConnectsWord(open(900, { phase: 'unclear' }))?.entries).toEqual([]);
  });

  it('is not waited for any longer than that', () => {
    expect(awaitConnectsWord(open(LONGEST_CALL + 4))).toBeUndefined();
  });

  it('stays meant for the agent it was offered to', () => {
    const offeredTo = 'eva' as NonNullable<CurrentAttempt['offeredTo']>;

    expect(awaitConnectsWord(open(600, { offeredTo }))?.after.current).toMatchObject({ offeredTo });
  });
});

describe('a call that goes on', () => {
  it('is looked at again later, and its number stays locked until then', () => {
    const change = goesOn(open(3 * 3600, { phase: 'with-agent' }));

    const deadline = change.after.current?.deadline ?? 0;
    expect(deadline).toBe(at(4 * 3600));
    expect(change.takeNumber?.until).toBeGreaterThan(deadline);
    expect(change.entries).toEqual([]);
  });

  it.each([
    ['a caller’s', { direction: 'inbound' }],
    ['a deleted contact’s', { endpoint: '' }],
  ] as const)('locks no number when it is %s', (_whose, changes) => {
    expect(goesOn(open(60, { phase: 'connected' }, changes)).takeNumber).toBeUndefined();
  });
});
