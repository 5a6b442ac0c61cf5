import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CampaignRecord } from '../../../../lib/domain/model/record.ts';
import {
  asked,
  close,
  giveBack,
  lease,
  newAttempt,
  notAsked,
  rest,
  scheduleCall,
  setAside,
  withdrawn,
} from '../../../../lib/domain/records/record-changes.ts';
import { redialFrom } from '../../../../lib/domain/records/redial.ts';
import { anAttempt, aRecord, at, NOW, taken } from '../../../support/records.ts';

const record = aRecord('ann', { callBackTo: '+48600000002' });
const leased = taken(aRecord());
const current = leased.current ?? undefined;
if (current === undefined) throw new Error('it was taken');

describe('a record that is taken for an attempt (DIA-7)', () => {
  it('waits for no other call, and the number asked for is used up', () => {
    const { nextContact: _, callBackTo: __, ...others } = record;

    expect(lease(record, current)).toEqual({ ...others, state: 'being-contacted', current });
  });

  it('given back is due as it was ordered, and new when it was never called', () => {
    const { current: _, ...others } = leased;
    const attempt = anAttempt(leased, 'a1', { orderedAt: at(-60) });

    expect(giveBack(leased, attempt)).toEqual({ ...others, state: 'new', nextContact: at(-60) });
    expect(giveBack({ ...leased, attempts: 1 }, attempt).state).toBe('recall-scheduled');
  });

  it('given back is to be called on the number of the attempt, when that is not its default', () => {
    const elsewhere = anAttempt(leased, 'a1', { endpoint: '+48600000002' });

    expect(giveBack(leased, elsewhere).callBackTo).toBe('+48600000002');
    expect(giveBack(leased, anAttempt(leased)).callBackTo).toBeUndefined();
    expect(giveBack(leased, { ...elsewhere, endpoint: '' }).callBackTo).toBeUndefined();
  });
});

describe('a record has a next contact exactly when it is new or recall-scheduled', () => {
  const steps: ((record: CampaignRecord) => CampaignRecord)[] = [
    (one) => lease(one, current),
    (one) => scheduleCall(one, at(60)),
    (one) => giveBack(one, anAttempt(one)),
    (one) => rest(one, 'unhandled'),
    close,
    setAside,
  ];

  it('after any steps, and is free exactly when no attempt has it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...steps), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 2 }),
        (path, attempts) => {
          const end = path.reduce((one, step) => step(one), { ...record, attempts });

          const waits = end.state === 'new' || end.state === 'recall-scheduled';
          expect(end.nextContact !== undefined).toBe(waits);
          expect(end.current !== undefined).toBe(end.state === 'being-contacted');
        },
      ),
    );
  });

  it('and forgets the number asked for when nothing is scheduled', () => {
    expect([close(record), setAside(record)].map(({ callBackTo }) => callBackTo)).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('an attempt', () => {
  it('begins with nothing known', () => {
    const attempt = newAttempt(record, {
      id: current.attempt,
      channel: 'voice',
      direction: 'outbound',
      endpoint: '+48600000001',
      sender: 'main',
      now: NOW,
    });

    expect(attempt).toEqual({
      ...anAttempt(record),
      endpoint: '+48600000001',
      sender: 'main',
      agent: undefined,
    });
  });

  it('remembers that Connect was asked, until it is certain that it placed nothing', () => {
    const attempt = anAttempt(record);

    expect(asked(attempt, at(3)).askedAt).toBe(at(3));
    expect(notAsked(asked(attempt, at(3)))).toEqual(attempt);
  });

  it('that was never a call has nothing to follow', () => {
    expect(withdrawn(anAttempt(record))).toMatchObject({ settled: true, ruleApplied: true });
  });
});

describe('the shortest pause between two calls to one number', () => {
  const lastCall = { phone: '+48221000001', status: 'busy', endedAt: NOW } as const;

  it.each([
    ['counts from the end of the last call', { lastCall }, '+48221000001', 60, at(60)],
    ['is none where the campaign sets none', { lastCall }, '+48221000001', undefined, undefined],
    ['is none before the first call', {}, '+48221000001', 60, undefined],
    ['is none for another number', { lastCall }, '+48600000002', 60, undefined],
    ['is none without a number', { lastCall }, undefined, 60, undefined],
    [
      'is none after an abandoned call',
      { lastCall: { ...lastCall, status: 'abandoned' } },
      '+48221000001',
      60,
      undefined,
    ],
  ] as const)('%s', (_, last, phone, interval, expected) => {
    expect(redialFrom(last, phone, interval)).toBe(expected);
  });
});
