import { describe, expect, it } from 'vitest';
import type { HoursInZone } from '../../../../lib/domain/contact-hours/calendar.ts';
import { type GateFacts, mayCall, numberTaken } from '../../../../lib/domain/dialing/gates.ts';
import { agentId } from '../../../../lib/domain/model/ids.ts';
import { parseInstant, plus } from '../../../../lib/domain/model/instant.ts';
import type { CampaignRecord } from '../../../../lib/domain/model/record.ts';
import { aRecord, at, NOW, taken } from '../../../support/records.ts';

const WARSAW = 'Europe/Warsaw';
const facts = (more: Partial<GateFacts> = {}): GateFacts => ({
  record: aRecord(),
  campaignSwitch: 'running',
  zone: WARSAW,
  now: NOW,
  ...more,
});
const record = (changes: Partial<CampaignRecord>) => ({ record: aRecord('ann', changes) });
/** NOW is 10:00 on a Monday in Warsaw. */
const openFrom = (from: number): HoursInZone => ({
  timeZone: WARSAW,
  week: { mon: [{ from: from * 60, to: 1200 }] },
  exceptions: {},
});
const verdict = (more: Partial<GateFacts>) => mayCall(facts(more)).verdict;
const failedGates = (more: Partial<GateFacts>) =>
  mayCall(facts(more))
    .gates.filter(({ passed }) => !passed)
    .map(({ gate }) => gate);

describe('a record', () => {
  it('may be called when every gate lets it pass, and says what each saw (NEW-5)', () => {
    const decision = mayCall(
      facts({
        recallHours: openFrom(9),
        queueHours: openFrom(8),
        lastDate: '2026-03-31',
        record: aRecord('ann', { attempts: 1, state: 'recall-scheduled' }),
      }),
    );

    const now = '2026-03-02T09:00:00.000Z';
    expect(decision).toEqual({
      verdict: { kind: 'call', phone: '+48221000001' },
      gates: [
        { gate: 'campaign-running', passed: true, saw: 'running', wanted: 'running' },
        {
          gate: 'record-state',
          passed: true,
          saw: 'recall-scheduled',
          wanted: 'new or recall-scheduled',
        },
        { gate: 'record-free', passed: true, saw: 'free', wanted: 'free' },
        { gate: 'telephone-number', passed: true, saw: '…001' },
        { gate: 'last-date', passed: true, saw: now, wanted: '2026-03-31' },
        { gate: 'next-contact', passed: true, saw: now, wanted: now },
        { gate: 'queue-hours', passed: true, saw: now },
        { gate: 'recall-hours', passed: true, saw: now },
      ],
    });
  });

  it.each(['off', 'paused', 'ended'] as const)(
    'is left alone while its campaign is %s',
    (state) => {
      expect(verdict({ campaignSwitch: state })).toEqual({
        kind: 'not-now',
        because: `the campaign is ${state}`,
      });
    },
  );

  it('is left alone while an attempt has it (DIA-7)', () => {
    const busy = facts({ record: taken(aRecord()) });

    expect(mayCall(busy).verdict.kind).toBe('not-now');
    expect(failedGates(busy)).toEqual(['record-state', 'record-free']);
  });

  it.each(['closed', 'unhandled', 'blacklisted', 'deleted'] as const)(
    'is not called when it is %s',
    (state) => {
      expect(verdict(record({ state }))).toEqual({
        kind: 'not-now',
        because: `the record is ${state}`,
      });
    },
  );

  it('is never called without a number, or with one that cannot be dialed', () => {
    const without = verdict(record({ phones: [] }));
    const local = verdict(record({ phones: [{ value: '601234567', isDefault: true }] }));

    expect([without, local]).toEqual([
      { kind: 'never', because: 'the record has no telephone number' },
      { kind: 'never', because: 'its number is not in international form' },
    ]);
  });

  it('is never called past the last date, which lasts until midnight there (CAM-9)', () => {
    const lastDate = '2026-03-02';
    const midnight = parseInstant('2026-03-03T00:00+01:00');

    const kinds = [plus(midnight, -1), midnight].map((now) => verdict({ lastDate, now }).kind);

    expect(kinds).toEqual(['call', 'never']);
  });

  it('waits for its time, and for the latest of several', () => {
    const waiting = record({ nextContact: at(600) });

    const verdicts = [
      verdict(waiting),
      verdict({ ...waiting, queueHours: openFrom(11) }),
      verdict({ ...waiting, queueHours: openFrom(9) }),
    ];

    expect(verdicts).toEqual([
      { kind: 'not-before', at: at(600) },
      { kind: 'not-before', at: at(3600) },
      { kind: 'not-before', at: at(600) },
    ]);
  });

  it('is bound to the hours of recalls only after its first call (CAM-10)', () => {
    const recallHours = openFrom(12);

    const verdicts = [0, 1].map((attempts) => verdict({ ...record({ attempts }), recallHours }));

    expect(verdicts).toEqual([
      { kind: 'call', phone: '+48221000001' },
      { kind: 'not-before', at: at(2 * 3600) },
    ]);
  });

  it('waits for its first call without regard to the hours of recalls (CAM-10)', () => {
    const recallHours = openFrom(12);

    const verdicts = [0, 1].map((attempts) =>
      verdict({ ...record({ attempts, nextContact: at(600) }), recallHours }),
    );

    expect(verdicts).toEqual([
      { kind: 'not-before', at: at(600) },
      { kind: 'not-before', at: at(2 * 3600) },
    ]);
  });

  it('is never called when the queue is never staffed', () => {
    const queueHours: HoursInZone = { timeZone: WARSAW, week: {}, exceptions: {} };

    expect(verdict({ queueHours })).toEqual({
      kind: 'never',
      because: 'the queue hours never open',
    });
  });

  it('is called only in the hours allowed where the callee is (NEW-7)', () => {
    const contact = { where: 'callee', countries: {}, country: 'PL', zone: WARSAW } as const;
    const phones = ['+48221000001', '+12125550100'];

    const decisions = phones.map((value) =>
      mayCall(facts({ contact, ...record({ phones: [{ value, isDefault: true }] }) })),
    );

    expect(decisions.map((decision) => [decision.verdict, decision.gates.at(-1)])).toEqual([
      [
        { kind: 'call', phone: '+48221000001' },
        {
          gate: 'callee-hours',
          passed: true,
          saw: '10:00 in Europe/Warsaw (PL, by its number)',
          wanted: '08:00-20:00',
        },
      ],
      [
        { kind: 'not-before', at: parseInstant('2026-03-02T08:00-05:00') },
        {
          gate: 'callee-hours',
          passed: false,
          saw: '04:00 in America/New_York (US, by its number)',
          wanted: '08:00-21:00; next 2026-03-02 08:00',
        },
      ],
    ]);
  });

  it('waits until all hours are open, not to be sent away by the next gate (NEW-7)', () => {
    const contact = { where: 'callee', countries: {}, country: 'PL', zone: WARSAW } as const;
    const phones = [{ value: '+12125550100', isDefault: true }];
    const american = record({ phones, attempts: 1, state: 'recall-scheduled' });
    const until = (to: number): HoursInZone => ({
      timeZone: WARSAW,
      week: { mon: [{ from: 600, to: 780 }], tue: [{ from: 600, to: to * 60 }] },
      exceptions: {},
    });

    const verdicts = [15, 13].map((to) =>
      verdict({ ...american, contact, recallHours: until(to), nextContact: at(60) } as object),
    );

    expect(verdicts).toEqual([
      { kind: 'not-before', at: parseInstant('2026-03-03T08:00-05:00') },
      { kind: 'never', because: 'the hours it may be called in never meet' },
    ]);
  });

  it('that is private waits for its agent (REC-7)', () => {
    const eva = agentId('eva');
    const own = record({ privateTo: eva });

    const verdicts = [[[eva, 'free']], [[eva, 'busy']], [[agentId('tom'), 'free']]].map((agents) =>
      verdict({ ...own, agents: new Map(agents as [typeof eva, 'free' | 'busy'][]) }),
    );

    expect(verdicts).toEqual([
      { kind: 'call', phone: '+48221000001' },
      { kind: 'not-before', at: at(60) },
      { kind: 'not-before', at: at(900) },
    ]);
  });

  it.each(['premium', 'satellite'] as const)(
    'is called on a number of the kind %s only where its campaign says so',
    (kind) => {
      const value = { premium: '+48700100200', satellite: '+881612345678' }[kind];
      const contact = {
        where: 'campaign',
        countries: {},
        country: 'PL',
        zone: WARSAW,
        specialNumbers: [kind],
      } as const;
      const special = record({ phones: [{ value, isDefault: true }] });

      const refused = mayCall(facts({ ...special, contact: { ...contact, specialNumbers: [] } }));
      const allowed = mayCall(facts({ ...special, contact }));

      expect(refused.verdict).toMatchObject({ kind: 'never' });
      expect(refused.gates.find(({ gate }) => gate === 'number-kind')).toEqual({
        gate: 'number-kind',
        passed: false,
        saw: kind,
        wanted: 'ordinary',
      });
      expect(allowed.gates.find(({ gate }) => gate === 'number-kind')?.passed).toBe(true);
    },
  );

  it('is not closed for good while its campaign is paused', () => {
    const both = { ...record({ phones: [] }), campaignSwitch: 'paused' } as const;

    expect(verdict(both).kind).toBe('not-now');
    expect(failedGates(both)).toEqual(['campaign-running', 'telephone-number']);
  });

  it.each([
    [3600, 900],
    [86_400, 900],
    [1200, 300],
  ])('with a pause of %i s looks again after %i s', (redialInterval, seconds) => {
    const decision = { verdict: { kind: 'call', phone: '' }, gates: [] } as const;

    expect(numberTaken(decision, '+48221000001', { redialInterval, now: NOW }).until).toBe(
      at(seconds),
    );
  });

  it('waits a minute when its number is in another call, or was a moment ago (DIA-7)', () => {
    const wait = numberTaken({ verdict: { kind: 'call', phone: '' }, gates: [] }, '+48221000001', {
      redialInterval: 120,
      now: NOW,
    });

    expect(wait).toEqual({
      until: at(60),
      gates: [
        {
          gate: 'number-free',
          passed: false,
          saw: '…001 is in another call, or was a moment ago',
          wanted: 'free for 120 s',
        },
      ],
    });
  });
});

describe('the shortest pause between two calls to one number', () => {
  const lastCall = { phone: '+48221000001', status: 'busy', endedAt: at(-30) } as const;
  const called = (changes: Partial<CampaignRecord>) => ({
    ...record({ attempts: 1, state: 'recall-scheduled', lastCall, ...changes }),
    redialInterval: 120,
  });

  it('is waited for, whatever was scheduled, and the gate shows until when', () => {
    expect(verdict(called({}))).toEqual({ kind: 'not-before', at: at(90) });
    expect(failedGates(called({}))).toEqual(['redial-interval']);
    expect(verdict({ ...called({}), now: at(90) })).toMatchObject({ kind: 'call' });
  });

  it('does not hold after an abandoned call, for another number, or a number asked for', () => {
    const abandoned = { ...lastCall, status: 'abandoned' } as const;
    const other = { ...lastCall, phone: '+48221000002' };

    expect(verdict(called({ lastCall: abandoned })).kind).toBe('call');
    expect(verdict(called({ lastCall: other })).kind).toBe('call');
    expect(verdict(called({ callBackTo: '+48221000003' })).kind).toBe('call');
  });

  it('does not hold for a record of an earlier version, whose last call is not known', () => {
    const { lastCall: _, ...earlier } = called({}).record;

    expect(verdict({ record: earlier, redialInterval: 120 }).kind).toBe('call');
  });
});
