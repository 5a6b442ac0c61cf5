import { describe, expect, it } from 'vitest';
import type { CapWindow } from '../../../../lib/domain/pacing/settings.ts';
import { aDay, type Day, type DayResult } from './a-day.ts';

const rare = { agents: 10, hours: 2, answers: () => 0.25 } satisfies Omit<Day, 'mode'>;
const share = ({ answered, abandoned }: { answered: number; abandoned: number }) =>
  abandoned / answered;

describe('the cap on abandoned calls over a whole day (NEW-6)', () => {
  it.each([1, 2, 3])(
    'holds for ten agents, who are far busier than one call at a time (day %i)',
    (seed) => {
      const predictive = aDay({ ...rare, mode: 'predictive' }, seed);
      const progressive = aDay({ ...rare, mode: 'progressive' }, seed);

      expect(share(predictive)).toBeLessThanOrEqual(0.03);
      expect(progressive.abandoned).toBe(0);
      expect(predictive.busy).toBeGreaterThan(progressive.busy + 0.09);
    },
  );

  it('holds when twice as many people suddenly answer', () => {
    const answers = (second: number) => (second < 3600 ? 0.2 : 0.5);

    const day = aDay({ mode: 'predictive', agents: 10, hours: 2, answers }, 4);

    expect(share(day)).toBeLessThanOrEqual(0.03);
  });

  it('holds for a team of two', () => {
    const day = aDay({ mode: 'predictive', agents: 2, hours: 3, answers: () => 0.3 }, 5);

    expect(share(day)).toBeLessThanOrEqual(0.03);
  });

  it('holds over many days of one agent, who is busier than if every day were judged by itself', () => {
    const alone = { mode: 'predictive', agents: 1, hours: 4, answers: () => 0.3 } as const;
    const pooled = (window: CapWindow) => {
      const days = Array.from({ length: 24 }, (_, seed) => aDay({ ...alone, window }, seed));
      const sum = (pick: (day: DayResult) => number) =>
        days.reduce((total, day) => total + pick(day), 0);
      const answered = sum((day) => day.answered);
      return { share: sum((day) => day.abandoned) / answered, busy: sum((day) => day.busy) / 24 };
    };

    const [day, thirtyDays] = [pooled('day'), pooled('thirty-days')];

    expect(day.share).toBeLessThanOrEqual(0.03);
    expect(thirtyDays.share).toBeLessThanOrEqual(0.03);
    expect(thirtyDays.share).toBeGreaterThan(day.share + 0.002);
    expect(thirtyDays.busy).toBeGreaterThan(day.busy);
  });

  it('is not held by the fixed ratio of the source (DIA-2)', () => {
    const day = aDay({ ...rare, mode: 'ratio', answers: () => 0.6 }, 6);

    expect(share(day)).toBeGreaterThan(0.1);
  });
});
