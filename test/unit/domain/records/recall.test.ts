import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  endOfDay,
  type HoursInZone,
  isOpen,
  localDate,
} from '../../../../lib/domain/contact-hours/calendar.ts';
import { calleeHours } from '../../../../lib/domain/contact-hours/callee-hours.ts';
import { instant, parseInstant, plus } from '../../../../lib/domain/model/instant.ts';
import { type RecallWish, scheduleRecall } from '../../../../lib/domain/records/recall.ts';
import { anyHours, anyInstant } from '../contact-hours/any-calendar.ts';

const ZONE = 'Europe/Warsaw';
const day = [{ from: 9 * 60, to: 20 * 60 }];
const hours: HoursInZone = {
  timeZone: ZONE,
  week: { mon: day, tue: day, wed: day, thu: day, fri: day },
  exceptions: {},
};
const now = parseInstant('2026-03-02T19:55+01:00');
const wish = (partial: Partial<RecallWish>): RecallWish => ({
  wanted: plus(now, 3600),
  zone: ZONE,
  now,
  ...partial,
});

describe('a recall', () => {
  it('falls when it was wanted, without limits', () => {
    const recall = scheduleRecall(wish({}));

    expect(recall).toEqual({ verdict: { kind: 'at', at: plus(now, 3600) }, gates: [] });
  });

  it('falls now when it was wanted in the past', () => {
    const recall = scheduleRecall(wish({ wanted: plus(now, -60) }));

    expect(recall.verdict).toEqual({ kind: 'at', at: now });
  });

  it('moves to the first moment that is also allowed where the callee is (NEW-7)', () => {
    const contact = { where: 'callee', countries: {}, country: 'PL', zone: ZONE } as const;
    const phones = [{ value: '+12125550100', isDefault: true }];
    const callee = calleeHours(contact, { phones, fields: {} });
    const lateHours: HoursInZone = { timeZone: ZONE, week: { wed: day }, exceptions: {} };
    const nightHours: HoursInZone = {
      timeZone: ZONE,
      week: { thu: [{ from: 360, to: 480 }] },
      exceptions: {},
    };

    const recalls = [lateHours, nightHours].map((each) =>
      scheduleRecall(wish({ hours: each, callee, wanted: plus(now, 8 * 3600) })),
    );

    const calleeGate = {
      gate: 'callee-hours',
      passed: false,
      saw: '21:55 in America/New_York (US, by its number)',
      wanted: '08:00-21:00; next 2026-03-03 08:00',
    };
    const from = { gate: 'recall-hours', passed: false, saw: '2026-03-03T02:55:00.000Z' };
    expect(recalls).toEqual([
      {
        verdict: { kind: 'at', at: parseInstant('2026-03-04T14:00+01:00') },
        gates: [{ ...from, wanted: '2026-03-04T08:00:00.000Z' }, calleeGate],
      },
      {
        verdict: {
          kind: 'never',
          because: 'the recall hours and those allowed where the callee is never meet',
        },
        gates: [{ ...from, wanted: '2026-03-05T05:00:00.000Z' }, calleeGate],
      },
    ]);
  });

  it('moves to the next allowed moment and says from where (CAM-10)', () => {
    const recall = scheduleRecall(wish({ hours }));

    expect(recall).toEqual({
      verdict: { kind: 'at', at: parseInstant('2026-03-03T09:00+01:00') },
      gates: [
        {
          gate: 'recall-hours',
          passed: false,
          saw: '2026-03-02T19:55:00.000Z',
          wanted: '2026-03-03T08:00:00.000Z',
        },
      ],
    });
  });

  it('may fall in the last minute of the last date and not one later (CAM-9)', () => {
    const lastDate = '2026-03-02';
    const midnight = parseInstant('2026-03-03T00:00+01:00');

    const verdicts = [instant(midnight - 1), midnight].map(
      (wanted) => scheduleRecall(wish({ wanted, lastDate })).verdict,
    );

    expect(verdicts).toEqual([
      { kind: 'at', at: midnight - 1 },
      {
        kind: 'never',
        because: 'the next allowed moment is past the last date of the campaign',
      },
    ]);
  });

  it('is refused when the hours move it past the last date', () => {
    const recall = scheduleRecall(wish({ hours, lastDate: '2026-03-02' }));

    expect(recall.gates.map((gate) => [gate.gate, gate.passed])).toEqual([
      ['recall-hours', false],
      ['last-date', false],
    ]);
    expect(recall.verdict.kind).toBe('never');
  });

  it('falls no later than the longest recontact period (CLS-7)', () => {
    const verdicts = [3600, 3601].map(
      (after) =>
        scheduleRecall(wish({ wanted: plus(now, after), longest: { days: 0, seconds: 3600 } }))
          .verdict.kind,
    );

    expect(verdicts).toEqual(['at', 'never']);
  });

  it('never falls when the hours never open', () => {
    const closed = { ...hours, week: {} };

    const recall = scheduleRecall(wish({ hours: closed }));

    expect(recall.verdict).toEqual({ kind: 'never', because: 'the recall hours never open' });
  });

  it('says whether it is the hours of recalls that never open, or those that never meet', () => {
    const settings = { where: 'campaign', country: 'PL', zone: ZONE, countries: {} } as const;
    const callee = calleeHours(settings, { phones: [], fields: {} });
    const night = { ...hours, week: { mon: [{ from: 120, to: 180 }] } };
    const because = (partial: Partial<RecallWish>) => {
      const { verdict } = scheduleRecall(wish({ callee, ...partial }));
      return verdict.kind === 'never' ? verdict.because : 'it falls';
    };

    expect(because({ hours: night })).toBe(
      'the recall hours and those allowed where the callee is never meet',
    );
    expect(because({ hours: { ...hours, week: {} } })).toBe('the recall hours never open');
    const earliest = plus(now, 7200);
    expect(because({ hours: { ...hours, week: {} }, earliest })).toBe(
      'the recall hours never open',
    );
  });

  it.each([
    [3599, true, 3600],
    [3600, true, 3600],
    [3601, false, 3601],
  ])(
    'wanted in an hour, the number free after %s s: passed %s, falls after %s s',
    (free, passed, falls) => {
      const { verdict, gates } = scheduleRecall(wish({ earliest: plus(now, free) }));

      expect(gates).toMatchObject([{ gate: 'redial-interval', passed }]);
      expect(verdict).toEqual({ kind: 'at', at: plus(now, falls) });
    },
  );

  it('is within hours, not past the last date, and not before the wish, whatever they are', () => {
    const lateness = fc.integer({ min: -86_400_000, max: 30 * 86_400_000 });
    fc.assert(
      fc.property(anyHours, anyInstant, lateness, fc.nat(40), (h, at, after, days) => {
        const wanted = instant(at + after);
        const lastDate = localDate(plus(at, days * 86_400), ZONE);

        const { verdict } = scheduleRecall({ wanted, hours: h, zone: ZONE, lastDate, now: at });

        if (verdict.kind === 'never') return;
        expect(isOpen(h, verdict.at)).toBe(true);
        expect(verdict.at).toBeLessThan(endOfDay(lastDate, ZONE));
        expect(verdict.at).toBeGreaterThanOrEqual(Math.max(wanted, at));
      }),
    );
  });
});
