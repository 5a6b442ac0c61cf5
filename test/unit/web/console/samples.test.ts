// What a page remembers of a campaign while somebody looks.
import { describe, expect, it } from 'vitest';
import { type Sample, sampleOf, withSample } from '../../../../web/console/watch/samples.ts';

const at = (seconds: number): Sample => ({
  ...{ at: seconds, calls: 1, atWork: 2, started: null, abandoned: null, cap: null },
});

describe('a sample', () => {
  it('has calls, agents at work, pace and the share of abandoned calls', () => {
    const live = {
      at: '2026-03-02T09:00:00.000Z',
      calls: { started: 3, 'with-agent': 2 },
      agents: { offline: 4, free: 1, talking: 2 },
      against: [],
      abandonment: { answered: 50, abandoned: 1, cap: 0.03, window: 'day', since: '' },
      pace: { at: '', wanted: 5, started: 4, gate: 'lines', saw: 1 },
    } as const;

    expect(sampleOf(live as unknown as Parameters<typeof sampleOf>[0])).toEqual({
      at: Date.parse(live.at) / 1000,
      calls: 5,
      atWork: 3,
      started: 4,
      abandoned: 0.02,
      cap: 0.03,
    });
  });
});

describe('samples', () => {
  it('are in the order of time, one for each moment', () => {
    const two = withSample(withSample([], at(1)), at(2));

    expect(withSample(two, at(2))).toBe(two);
    expect(withSample(two, at(1))).toBe(two);
    expect(withSample(two, at(3)).map((one) => one.at)).toEqual([1, 2, 3]);
  });

  it('become no more than some hundred, the newest whole', () => {
    let samples: readonly Sample[] = [];
    for (let n = 1; n <= 10_000; n++) samples = withSample(samples, at(n));

    expect(samples.length).toBeLessThanOrEqual(400);
    expect(samples.slice(-100).map((one) => one.at)).toEqual(
      Array.from({ length: 100 }, (_, n) => 9901 + n),
    );
    expect(samples[0]?.at).toBe(1);
  });
});
