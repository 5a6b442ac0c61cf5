import { describe, expect, it } from 'vitest';
import {
  clockText,
  keepTime,
  noteTime,
  serverNow,
} from '../../../../web/kit/clock/server-clock.ts';

const NINE = Date.parse('2026-03-02T09:00:00Z');
const told = (speed: number, speeds: readonly number[] = [1, 10]) =>
  keepTime({ now: '2026-03-02T09:00:00Z', speed, speeds }, 1000);

describe('the clock of the centre', () => {
  it('goes on from what was told, by the counter and the speed', () => {
    told(10);

    expect(serverNow(1000)).toBe(NINE);
    expect(serverNow(4000)).toBe(NINE + 30_000);
  });

  it('is told by the telephone rather than by the API, which is asked now and then only', () => {
    told(10);

    noteTime('2026-03-02T12:00:00Z', 2000);

    expect(serverNow(2000)).toBe(NINE + 10_000);
  });

  it('is the API’s where no telephone tells it', () => {
    told(1, [1]);

    noteTime('2026-03-02T12:00:00Z', 2000);

    expect(serverNow(2500)).toBe(Date.parse('2026-03-02T12:00:00.500Z'));
  });

  it('is written in minutes, with hours where there are some, and never below nothing', () => {
    expect([61_999, 3_600_000, 36_125_000, -5].map(clockText)).toEqual([
      '01:01',
      '1:00:00',
      '10:02:05',
      '00:00',
    ]);
  });
});
