// NEW-4: what a dry run promises, whatever the campaign: nothing gets lost, the same seed tells the
// same, and what changes a campaign for the better shows.
import { describe, expect, it } from 'vitest';
import { dryRun } from '../../lib/simulation/dry-run/dry-run.ts';
import type { DryRunFigures } from '../../lib/simulation/dry-run/figures.ts';
import { aPlan, figuresOf } from '../support/dry-run.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const over = ({ calls }: DryRunFigures) => {
  const { total: _, underWay: __, ...ended } = calls;
  return sum(Object.values(ended));
};

describe('a dry run', () => {
  it('accounts for every record, call and hour (NEW-4)', async () => {
    const figures = await figuresOf(aPlan({ outbound: { mode: 'predictive' } }));

    const { records, calls, hours, days, funnel } = figures;
    expect(figures.discrepancies).toEqual([]);
    expect(records.imported).toBe(400);
    const { closed, setAside, scheduled, left, open } = records;
    expect(closed + setAside + scheduled + left + open).toBe(400);
    expect(over(figures) + calls.underWay).toBe(calls.total);
    expect(sum(hours.map((hour) => hour.calls))).toBe(calls.total);
    expect(sum(days.map((day) => day.calls))).toBe(calls.total);
    expect(sum(days.map((day) => day.answers))).toBe(calls.answered + calls.abandoned);
    expect(sum(days.map((day) => day.contacts))).toBe(figures.contacts);
    expect([
      funnel.imported,
      funnel.called,
      funnel.reached,
      funnel.classified,
      funnel.success,
    ]).toEqual(
      [funnel.imported, funnel.called, funnel.reached, funnel.classified, funnel.success].toSorted(
        (a, b) => b - a,
      ),
    );
    expect(sum(Object.values(figures.closedBecause))).toBe(records.closed);
  });

  it('says the same with the same seed, to the last byte, and something else with another', async () => {
    const plan = aPlan();

    const [first, again, other] = await Promise.all([
      figuresOf(plan),
      figuresOf(plan),
      figuresOf({ ...plan, seed: 'other' }),
    ]);

    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
    expect(JSON.stringify(other)).not.toBe(JSON.stringify(first));
  });

  it('keeps predictive dialing under its cap, and lets a lower cap lose fewer people (NEW-6)', async () => {
    const list = { people: 1200, staff: 12 };
    const [usual, careful] = await Promise.all([
      figuresOf(aPlan({ ...list, outbound: { mode: 'predictive' } }, { days: 1 })),
      figuresOf(
        aPlan({ ...list, outbound: { mode: 'predictive', pacing: { cap: '1%' } } }, { days: 1 }),
      ),
    ]);

    expect(usual.cap).toBe(0.03);
    expect(usual.abandoned.share).toBeLessThanOrEqual(0.03);
    expect(careful.cap).toBe(0.01);
    expect(careful.abandoned.share).toBeLessThan(usual.abandoned.share);
  });

  it('loses nobody who waits in progressive mode but by agents who leave', async () => {
    const figures = await figuresOf(aPlan({ outbound: { mode: 'progressive' } }));

    expect(figures.abandoned.share).toBeLessThan(0.01);
  });

  it('comes further in a day with more agents', async () => {
    const few = await figuresOf(aPlan({ people: 1200, staff: 2 }, { days: 1 }));
    const many = await figuresOf(aPlan({ people: 1200, staff: 6 }, { days: 1 }));

    const left = ({ records }: DryRunFigures) => records.open + records.scheduled;
    expect(many.contacts).toBeGreaterThan(few.contacts * 1.2);
    expect(left(many)).toBeLessThan(left(few));
    expect(many.staffedHours).toBeGreaterThan(few.staffedHours * 2.5);
  });

  it('exhausts its list earlier with more agents', async () => {
    const behaviour = { callees: { answer: 1, differ: 0, wrongNumber: 0 }, agents: { forgets: 0 } };
    const people = { people: 300, outbound: { mode: 'progressive' } } as const;
    const plan = (staff: number) =>
      aPlan({ ...people, staff }, { days: 20, behaviour: { ...behaviour, classifiers: {} } });

    const [few, many] = await Promise.all([figuresOf(plan(1)), figuresOf(plan(6))]);

    expect(few.exhaustedAt).toBeDefined();
    expect(String(many.exhaustedAt) < String(few.exhaustedAt)).toBe(true);
  });

  it('tells when the list is exhausted, and ends then', async () => {
    const figures = await figuresOf(aPlan({ people: 20 }, { days: 30 }));

    const { records, exhaustedAt = '', to } = figures;
    expect(records.scheduled + records.open).toBe(0);
    expect(exhaustedAt).toMatch(/^2026-03-\d\dT\d\d:\d\d$/);
    expect(exhaustedAt <= to).toBe(true);
    expect(to < '2026-04-01').toBe(true);
    expect(figures.partial).toBe(false);
  });

  it('stops where it is told to and says that it is partial', async () => {
    let looks = 0;
    const figures = await figuresOf(aPlan({ people: 2000 }), { isStopped: () => ++looks > 12 });

    expect(figures.partial).toBe(true);
    expect(figures.to).toBe('2026-03-02T10:00');
    expect(figures.discrepancies).toEqual([]);
  });

  it('tells how far it has come, never backwards past its end', async () => {
    const shares: number[] = [];
    await figuresOf(aPlan({ people: 50 }), { onProgress: ({ share }) => void shares.push(share) });

    expect(shares.length).toBeGreaterThan(3);
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
    expect(Math.min(...shares)).toBeGreaterThan(0);
  });

  it('refuses a list without the columns, with the row and what the file has', async () => {
    const bytes = new TextEncoder().encode('Name;Town\nAnn;Brno\n');
    const contacts = { name: 'people.csv', bytes };
    const campaigns = [{ id: 'spring', contacts, groups: ['team'] }];
    const outcome = await dryRun(aPlan({}, { campaigns }));

    expect(outcome).toEqual({
      kind: 'refused',
      campaign: 'spring',
      because: 'list',
      reasons: [
        "row 1: no column with telephone numbers or e-mail addresses; name it under 'columns' of the campaign. The file has: Name, Town",
      ],
    });
  });

  it('refuses a campaign that could not be switched on', async () => {
    const outcome = await dryRun(aPlan({ outbound: { callerIds: [] } }));

    expect(outcome).toEqual({
      kind: 'refused',
      campaign: 'spring',
      because: 'switch',
      reasons: ['it has no own number to show'],
    });
  });
});
