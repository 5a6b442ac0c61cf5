import { describe, expect, it } from 'vitest';
import { parseSchedule } from '../../../../lib/local/scheduler/expression.ts';

const at = (text: string) => Date.parse(text);

function next(expression: string, after: string, count: number, zone?: string): readonly string[] {
  const schedule = parseSchedule(expression, at('2026-03-07T12:00:00Z'), zone);
  const found: string[] = [];
  let moment: number | undefined = at(after);
  for (let i = 0; i < count && moment !== undefined; i++) {
    moment = schedule(moment);
    if (moment !== undefined) found.push(new Date(moment).toISOString().slice(0, 16));
  }
  return found;
}

describe('a schedule expression', () => {
  it.each<[string, string, readonly string[], string?]>([
    ['rate(1 minute)', '2026-03-07T12:00:00Z', ['2026-03-07T12:01', '2026-03-07T12:02']],
    ['rate(2 hours)', '2026-03-07T15:30:00Z', ['2026-03-07T16:00', '2026-03-07T18:00']],
    ['cron(0/30 8-9 * * ? *)', '2026-03-07T08:59:00Z', ['2026-03-07T09:00', '2026-03-07T09:30']],
    ['cron(0 9 ? * MON-FRI *)', '2026-03-06T09:00:00Z', ['2026-03-09T09:00', '2026-03-10T09:00']],
    ['cron(0 9 ? * 1,7 *)', '2026-03-06T09:00:00Z', ['2026-03-07T09:00', '2026-03-08T09:00']],
    ['cron(0 0 L * ? *)', '2026-02-01T00:00:00Z', ['2026-02-28T00:00', '2026-03-31T00:00']],
    ['cron(0 0 29 2 ? *)', '2026-03-01T00:00:00Z', ['2028-02-29T00:00']],
    ['cron(0 0 1 1 ? 2026)', '2026-03-01T00:00:00Z', []],
    // Summer time begins in Prague on 29 March 2026.
    [
      'cron(0 9 * * ? *)',
      '2026-03-28T07:00:00Z',
      ['2026-03-28T08:00', '2026-03-29T07:00'],
      'Europe/Prague',
    ],
    ['at(2026-03-08T10:00:00)', '2026-03-07T12:00:00Z', ['2026-03-08T09:00'], 'Europe/Prague'],
  ])('%s after %s', (expression, after, expected, zone) => {
    expect(next(expression, after, Math.max(1, expected.length), zone)).toEqual(expected);
  });

  it.each([
    'rate(5 fortnights)',
    'every day',
    'cron(* * * * *)',
    'cron(0 9 15W * ? *)',
    'rate(0 minutes)',
  ])('%s is refused by name', (expression) => {
    expect(() => parseSchedule(expression, 0)).toThrow(/not emulated/);
  });
});
