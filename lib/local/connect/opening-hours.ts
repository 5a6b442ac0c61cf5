// AWS::Connect::HoursOfOperation, as Connect answers "is it open": the week, and overrides by date
// that win.
import { z } from 'zod';

const Time = z.strictObject({ Hours: z.coerce.number(), Minutes: z.coerce.number() });
const Slice = z.strictObject({ Day: z.string(), StartTime: Time, EndTime: Time });

export const HoursProperties = z.strictObject({
  InstanceArn: z.string(),
  Name: z.string(),
  Description: z.string().optional(),
  TimeZone: z.string(),
  Config: z.array(Slice),
  HoursOfOperationOverrides: z
    .array(
      z.strictObject({
        OverrideName: z.string(),
        OverrideDescription: z.string().optional(),
        OverrideType: z.enum(['STANDARD', 'OPEN', 'CLOSED']).optional(),
        EffectiveFrom: z.string(),
        EffectiveTill: z.string(),
        OverrideConfig: z.array(Slice).default([]),
      }),
    )
    .default([]),
  Tags: z.unknown().optional(),
});
type HoursProperties = z.output<typeof HoursProperties>;
type Slice = z.output<typeof Slice>;

interface WallClock {
  readonly date: string;
  readonly day: string;
  readonly minute: number;
}

/** Answers for moments in epoch milliseconds. */
export function isOpenAt(properties: HoursProperties): (at: number) => boolean {
  const read = wallClockOf(properties.TimeZone);
  return (at) => {
    const now = read(at);
    const override = properties.HoursOfOperationOverrides.find(
      ({ EffectiveFrom, EffectiveTill }) => EffectiveFrom <= now.date && now.date <= EffectiveTill,
    );
    const slices = override ? override.OverrideConfig : properties.Config;
    if (override?.OverrideType === 'CLOSED') return false;
    return slices.some((slice) => covers(slice, now));
  };
}

function covers({ Day, StartTime, EndTime }: Slice, { day, minute }: WallClock): boolean {
  const from = StartTime.Hours * 60 + StartTime.Minutes;
  // 00:00 as an end means the end of the day.
  const to = EndTime.Hours * 60 + EndTime.Minutes || 1440;
  return Day === day && from <= minute && minute < to;
}

function wallClockOf(timeZone: string): (at: number) => WallClock {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    weekday: 'long',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  let known: (WallClock & { readonly quarter: number }) | undefined;
  return (at) => {
    const quarter = at - (at % QUARTER);
    if (known?.quarter !== quarter) {
      const part = Object.fromEntries(
        format.formatToParts(quarter).map(({ type, value }) => [type, value]),
      );
      known = {
        quarter,
        date: `${part.year}-${part.month}-${part.day}`,
        day: String(part.weekday).toUpperCase(),
        minute: Number(part.hour) * 60 + Number(part.minute),
      };
    }
    return { ...known, minute: known.minute + Math.floor((at - quarter) / 60_000) };
  };
}

/** ms; clocks are put forward and back, and days begin, between two quarters of an hour. */
const QUARTER = 900_000;
