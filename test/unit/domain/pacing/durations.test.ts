import { describe, expect, it } from 'vitest';
import {
  DURATION_EDGES,
  type Durations,
  emptyDurations,
  hazards,
  noteDuration,
  survival,
} from '../../../../lib/domain/pacing/durations.ts';

function experienced(count: number, seconds: number): Durations {
  let durations = emptyDurations(120);
  for (let i = 0; i < count; i++) durations = noteDuration(durations, seconds);
  return durations;
}

describe('durations', () => {
  it('are memoryless with the usual mean before the first contact', () => {
    const perSecond = hazards(emptyDurations(120), []);

    for (const chance of perSecond) expect(chance).toBeCloseTo(1 / 120, 9);
  });

  it('learn that nobody hangs up early in this campaign', () => {
    const alive = survival(hazards(experienced(300, 100), []), 200);

    expect(alive[0]).toBe(1);
    expect(alive[60]).toBeGreaterThan(0.95);
    expect(alive[140]).toBeLessThan(0.1);
  });

  it('take a contact that still runs as evidence of a long one', () => {
    const known = experienced(5, 30);

    const alone = survival(hazards(known, []), 300);
    const withRunning = survival(hazards(known, [280, 280, 280]), 300);

    expect(withRunning[250]).toBeGreaterThan((alone[250] ?? 1) * 1.5);
  });

  it('lean on a log-normal where a bin has seen nothing, and less so the more was seen', () => {
    const even = [30, 60, 120, 240];
    const known = (rounds: number) => {
      let durations = emptyDurations(120);
      for (let i = 0; i < rounds; i++)
        for (const seconds of even) durations = noteDuration(durations, seconds);
      return hazards(durations, []);
    };
    const between = DURATION_EDGES.findIndex((edge) => edge > 85) - 1;

    const [none, some, many] = [0, 8, 500].map((rounds) => known(rounds)[between] ?? 0);

    expect(none).toBeCloseTo(1 / 120, 9);
    expect(some).toBeGreaterThan(0.002);
    expect(many).toBeLessThan((some ?? 0) / 5);
    expect(many).toBeGreaterThan(0);
  });

  it('stay of constant size and forget half of the old weight', () => {
    const durations = experienced(10_000, 80);

    expect(durations.ended.length).toBe(DURATION_EDGES.length);
    expect(durations.ended.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(4000);
  });

  it('put a contact longer than any bin into the last', () => {
    const durations = noteDuration(emptyDurations(120), 100_000);

    expect((durations.ended.at(-1) ?? 0) - (emptyDurations(120).ended.at(-1) ?? 0)).toBe(1);
  });
});
