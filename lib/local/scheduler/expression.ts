// Schedule expressions: rate(), cron() with six fields, at(). Source: EventBridge Scheduler User
// Guide, "Schedule types".

import { Temporal } from 'temporal-polyfill';
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import { own } from '../json.ts';
import { cronDay, parseCron } from './cron.ts';

/** The next moment after the given one, epoch ms; undefined when there is none. */
export type NextOccurrence = (after: number) => number | undefined;

const UNITS: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};
const ONE_DAY = { days: 1 };
/** A cron expression without a day in so many days is taken to have none. */
const HORIZON_DAYS = 366 * 5;

/** @param start epoch ms a rate counts from @param timeZone of cron and at expressions */
export function parseSchedule(expression: string, start: number, timeZone = 'UTC'): NextOccurrence {
  const [, kind = '', argument = ''] = /^(rate|cron|at)\((.*)\)$/.exec(expression) ?? [];
  if (kind === 'rate') return parseRate(argument, start);
  if (kind === 'cron') return parseCronSchedule(argument, timeZone);
  if (kind === 'at') {
    const instant =
      Temporal.PlainDateTime.from(argument).toZonedDateTime(timeZone).epochMilliseconds;
    return (after) => (instant > after ? instant : undefined);
  }
  throw new NotEmulated(`schedule expression '${expression}'`);
}

function parseRate(argument: string, start: number): NextOccurrence {
  const [, count, unit = ''] = /^(\d+) (minute|hour|day)s?$/.exec(argument) ?? [];
  const period = Number(count) * (own(UNITS, unit) ?? 0);
  if (!(period > 0)) throw new NotEmulated(`schedule expression 'rate(${argument})'`);
  return (after) => start + (Math.floor((after - start) / period) + 1) * period;
}

function parseCronSchedule(argument: string, timeZone: string): NextOccurrence {
  const cron = parseCron(argument);
  return (after) => {
    let day = Temporal.Instant.fromEpochMilliseconds(after)
      .toZonedDateTimeISO(timeZone)
      .toPlainDate();
    for (let i = 0; i < HORIZON_DAYS; i++, day = day.add(ONE_DAY)) {
      if (!cronDay(cron, day)) continue;
      for (const hour of cron.hours)
        for (const minute of cron.minutes) {
          const plainTime = Temporal.PlainTime.from({ hour, minute });
          const at = day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
          if (at > after) return at;
        }
    }
    return undefined;
  };
}
