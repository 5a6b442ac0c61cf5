// Opening hours: a week and exceptions by date, in one time zone (CAM-10, CBR-4).
import { z } from 'zod';
import { Day, Id, TimeZone } from './basics.ts';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Minutes since midnight; `to` is exclusive and may be 1440. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const SPAN = /^([01]\d|2[0-3]):([0-5]\d) ?- ?(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

const SpanText = z
  .string()
  .regex(SPAN, 'hours such as "09:00-17:00"')
  .transform(toSpan)
  .refine((span) => span.from < span.to, {
    message: 'hours that end after they start',
    params: {
      remedy: 'Hours past midnight are two: up to 24:00 on one day, from 00:00 on the next.',
    },
  });

/** In the order of the day. */
const SpanList = z
  .array(SpanText)
  .transform((spans) => spans.toSorted((a, b) => a.from - b.from))
  .refine((spans) => spans.every((span, n) => span.from >= (spans[n - 1]?.to ?? 0)), {
    message: 'hours that do not overlap',
    params: { remedy: 'Join those that overlap into one, such as "09:00-17:00".' },
  });

export const Spans = z
  .union([z.literal('closed'), SpanText, SpanList], '"closed", "09:00-17:00" or a list')
  .transform((hours): readonly Span[] =>
    hours === 'closed' ? [] : Array.isArray(hours) ? hours : [hours],
  );

function toSpan(text: string): Span {
  const [, h1, m1, h2, m2] = SPAN.exec(text) ?? [];
  const to = h2 === undefined ? 1440 : Number(h2) * 60 + Number(m2);
  return { from: Number(h1) * 60 + Number(m1), to };
}

const DAYS = /^(mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))?$/;
const Days = z
  .string()
  .regex(DAYS, { error: 'a weekday or a range of them: "mon", "mon-fri"', abort: true })
  .refine((days) => expandDays(days).length > 0, {
    message: 'a range in the order of the week, from mon to sun, such as "fri-sun" and "mon"',
    params: { remedy: 'Write two ranges: one up to sun, one from mon on.' },
  });

/** A day by itself overrides a range it is in, whichever comes first; two ranges share no day. */
export const Week = z
  .record(Days, Spans)
  .superRefine((week, context) => {
    const seen = new Set<Weekday>();
    for (const range of Object.keys(week).filter((days) => days.includes('-'))) {
      const days = expandDays(range);
      const twice = days.find((day) => seen.has(day));
      for (const day of days) seen.add(day);
      if (twice === undefined) continue;
      const message = `a range without '${twice}', which is in another range already`;
      const remedy = `Write the days of one range without '${twice}', or give '${twice}' a line of its own.`;
      context.addIssue({ code: 'custom', path: [range], message, params: { remedy } });
    }
  })
  .transform((week) => {
    const byDay = Object.fromEntries(WEEKDAYS.map((day) => [day, [] as readonly Span[]]));
    const rangesFirst = Object.entries(week).toSorted(([a], [b]) => b.length - a.length);
    for (const [days, spans] of rangesFirst) {
      for (const day of expandDays(days)) byDay[day] = spans;
    }
    return byDay as Readonly<Record<Weekday, readonly Span[]>>;
  });

/** No days for a range that goes backwards. */
function expandDays(days: string): readonly Weekday[] {
  const [first, last = first] = days.split('-') as [Weekday, Weekday?];
  return WEEKDAYS.slice(WEEKDAYS.indexOf(first), WEEKDAYS.indexOf(last) + 1);
}

export const Hours = z.strictObject({
  timeZone: TimeZone.optional().describe("The centre's time zone by default."),
  week: Week.describe(
    'Hours by weekday ("mon") or range ("mon-fri"); a single day overrides a range, and days not listed are closed.',
  ),
  exceptions: z
    .record(Day, Spans)
    .default({})
    .describe('Dates with other hours, or "closed"; they override the week.'),
});
export type Hours = z.output<typeof Hours>;

export const HoursFile = z.record(Id, Hours);
