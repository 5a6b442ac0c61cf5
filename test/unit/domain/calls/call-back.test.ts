import { describe, expect, it } from 'vitest';
import {
  type CallBackFacts,
  callBackOf,
  calledBack,
} from '../../../../lib/domain/calls/call-back.ts';
import { hoursInZone } from '../../../../lib/domain/contact-hours/calendar.ts';
import { parseInstant } from '../../../../lib/domain/model/instant.ts';
import { HoursFile } from '../../../../lib/language/schema/hours.ts';
import { anAttempt, aRecord, at, NOW, taken } from '../../../support/records.ts';
import { dialed, rangOut, tell } from './a-call.ts';

const CALLER = '+48600000001';
const OTHER = '+48600000002';
const facts: CallBackFacts = {
  record: { fields: {} },
  phone: CALLER,
  took: { state: 'closed' },
  setting: { callBack: 'always', placesCalls: true, zone: 'Europe/Warsaw' },
  now: NOW,
};
const { setting } = facts;
const wish = { wanted: at(3600), phone: OTHER };
const failed = (changes: Partial<CallBackFacts>) =>
  callBackOf({ ...facts, ...changes })
    .gates.filter(({ passed }) => !passed)
    .map(({ gate }) => gate);
const verdict = (changes: Partial<CallBackFacts> = {}) =>
  callBackOf({ ...facts, ...changes }).verdict;

describe('a call back (INB-13)', () => {
  it('follows a missed call on a closed record, too, and says what it looked at', () => {
    expect(callBackOf(facts)).toEqual({
      verdict: { kind: 'at', at: NOW, phone: CALLER },
      gates: [
        { gate: 'call-back', passed: true, saw: 'not asked for', wanted: 'always' },
        { gate: 'campaign-places-calls', passed: true, saw: true },
        { gate: 'number-shown', passed: true, saw: 'shown' },
        { gate: 'record-free', passed: true, saw: 'closed' },
      ],
    });
  });

  it.each([
    ['the record is blacklisted', { took: { state: 'blacklisted' } }, 'record-free'],
    ['the record is deleted', { took: { state: 'deleted' } }, 'record-free'],
    ['another call has the record', { took: undefined }, 'record-free'],
    ['the number is withheld', { phone: '' }, 'number-shown'],
    ['the number costs a multiple', { phone: '+48700100200' }, 'number-kind'],
    ['the campaign calls nobody back', { setting: { ...setting, callBack: 'never' } }, 'call-back'],
    ['nobody asked for it', { setting: { ...setting, callBack: 'ivr' } }, 'call-back'],
    [
      'the campaign places no calls',
      { setting: { ...setting, placesCalls: false } },
      'campaign-places-calls',
    ],
    ['somebody outside took the call (IVR-8)', { takenOutside: true }, 'taken-by-nobody'],
    [
      'the last date is over (CAM-9)',
      { setting: { ...setting, lastDate: '2026-03-01' } },
      'last-date',
    ],
  ] as const)('is none when %s', (_, changes, gate) => {
    expect(verdict(changes).kind).toBe('none');
    expect(failed(changes)).toEqual([gate]);
  });

  it.each([
    [{ phone: '' }, 'the number is withheld'],
    [{ took: undefined }, 'the record may not be called, or is in another call'],
    [{ takenOutside: true }, 'somebody outside took the call'],
    [
      { setting: { ...setting, callBack: 'ivr' } },
      'the campaign calls nobody back without being asked',
    ],
    [{ setting: { ...setting, placesCalls: false } }, 'the campaign places no calls'],
  ] as const)('says why there is none: %o', (changes, because) => {
    expect(verdict(changes)).toEqual({ kind: 'none', because });
  });

  it('that the caller asked for goes to the number and not before the time they named (IVR-24)', () => {
    const asked = { setting: { ...setting, callBack: 'ivr' }, wish } as const;

    expect(verdict(asked)).toEqual({ kind: 'at', at: at(3600), phone: OTHER });
    expect(verdict({ ...asked, phone: '' })).toEqual({ kind: 'at', at: at(3600), phone: OTHER });
  });

  it('that the caller asked for is owed although somebody outside took the call', () => {
    expect(verdict({ takenOutside: true, wish })).toMatchObject({ kind: 'at', phone: OTHER });
  });

  it('is not set against the campaign’s word, whoever asks', () => {
    expect(failed({ setting: { ...setting, callBack: 'never' }, wish })).toEqual(['call-back']);
  });

  it('waits for the hours of recalls (CAM-10)', () => {
    const { late } = HoursFile.parse({ late: { week: { 'mon-fri': '15:00-16:00' } } });
    if (late === undefined) throw new Error('it was given');
    const recallHours = hoursInZone(late, 'Europe/Warsaw');

    expect(verdict({ setting: { ...setting, recallHours } })).toEqual({
      kind: 'at',
      at: parseInstant('2026-03-02T15:00+01:00'),
      phone: CALLER,
    });
  });
});

describe('a call back to a number of a special kind or another country', () => {
  const contact = {
    where: 'callee',
    country: 'PL',
    zone: 'Europe/Warsaw',
    countries: {},
  } as const;
  const premium = '+48700100200';

  it('goes to one that costs a multiple only where the campaign calls such numbers', () => {
    const allowed = { ...setting, contact: { ...contact, specialNumbers: ['premium'] } } as const;

    expect(verdict({ phone: premium, setting: allowed })).toMatchObject({
      kind: 'at',
      phone: premium,
    });
    expect(verdict({ phone: premium })).toEqual({
      kind: 'none',
      because: 'it is a premium-rate number, which the campaign does not call',
    });
  });

  it('is not explained by its kind when nobody is called back anyway', () => {
    const never = { ...setting, callBack: 'never' } as const;

    expect(verdict({ phone: premium, setting: never })).toEqual({
      kind: 'none',
      because: 'the campaign calls nobody back without being asked',
    });
  });

  it('falls in the hours allowed where that number is, not where the campaign is (NEW-7)', () => {
    // ten in the morning in Warsaw is four in New York
    const back = verdict({ phone: '+12125550100', setting: { ...setting, contact } });

    expect(back).toEqual({
      kind: 'at',
      at: parseInstant('2026-03-02T08:00-05:00'),
      phone: '+12125550100',
    });
  });
});

describe('a record with its call back', () => {
  const home = '+48221000001';
  const record = taken(aRecord('ann', { callBackTo: '+48999999999' }));

  it('waits for the call and is free again', () => {
    const { current: _, callBackTo: __, ...rest } = record;

    expect(calledBack(record, at(60), home)).toEqual({
      ...rest,
      state: 'recall-scheduled',
      nextContact: at(60),
      wantsCall: true,
    });
  });

  it('is a wish that one call fulfils, whatever comes of it (NEW-7)', () => {
    const wanting = taken(aRecord('ann', { wantsCall: true }));
    const attempt = anAttempt(wanting);

    const ringing = tell(wanting, attempt, [dialed]);
    const over = tell(wanting, attempt, [dialed, rangOut]);

    expect([ringing.record.wantsCall, over.record.wantsCall]).toEqual([true, undefined]);
  });

  it('learns the number that was asked for, without making it the default', () => {
    const { phones, callBackTo } = calledBack(record, at(60), OTHER);

    expect(phones).toEqual([...record.phones, { value: OTHER, isDefault: false }]);
    expect(callBackTo).toBe(OTHER);
  });

  it('is called on another number it has, without having it twice', () => {
    const phones = [
      { value: home, isDefault: true },
      { value: OTHER, isDefault: false },
    ];

    expect(calledBack({ ...record, phones }, at(60), OTHER)).toMatchObject({
      phones,
      callBackTo: OTHER,
    });
  });

  it('has the number as its default when it had none', () => {
    const back = calledBack({ ...record, phones: [] }, at(60), OTHER);

    expect(back.phones).toEqual([{ value: OTHER, isDefault: true }]);
    expect(back.callBackTo).toBeUndefined();
  });
});
