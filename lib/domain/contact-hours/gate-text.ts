// What the gate of the callee's hours saw, as a person reads it: "21:14 in Europe/Berlin (DE-BE, by
// its number)", wanted "08:00-20:00; next 2026-03-03 08:00".

import type { Gate } from '../model/gate.ts';
import type { Instant } from '../model/instant.ts';
import { localDate, localMinutes, nextOpen, spansAt } from './calendar.ts';
import type { LocalHours } from './local-hours.ts';
import type { Place } from './location.ts';

export function gateText(
  local: readonly LocalHours[],
  now: Instant,
  opens: Instant | undefined,
): Omit<Gate, 'gate'> {
  const deciding = local.reduce<LocalHours | undefined>(
    (last, each) => (last === undefined || opensAt(each, now) > opensAt(last, now) ? each : last),
    undefined,
  );
  if (deciding === undefined) return { passed: false, saw: 'no place' };
  const { timeZone } = deciding.hours;
  const others = local.length > 1 ? ` and ${local.length - 1} more time zones` : '';
  const saw = `${clock(now, timeZone)} in ${timeZone}${others} (${whereOf(deciding.place)})`;
  const allowed = allowedOn(deciding, now);
  if (opens === now) return { passed: true, saw, wanted: allowed };
  const next =
    opens === undefined
      ? 'never open'
      : `next ${localDate(opens, timeZone)} ${clock(opens, timeZone)}`;
  return { passed: false, saw, wanted: `${allowed}; ${next}` };
}

/** The zone that opens last is the one that is waited for. */
const opensAt = ({ hours }: LocalHours, now: Instant): number =>
  nextOpen(hours, now) ?? Number.POSITIVE_INFINITY;

function whereOf({ country, regions, knownBy, isUnknown }: Place): string {
  if (isUnknown) return "its country is unknown: the campaign's zone";
  if (regions.length === 0) return `${country}, ${knownBy}`;
  if (regions.length > 4) return `${country}, region unknown, ${knownBy}`;
  return `${regions.map((region) => `${country}-${region}`).join(' or ')}, ${knownBy}`;
}

function allowedOn({ hours, holidays }: LocalHours, now: Instant): string {
  const { date, spans } = spansAt(hours, now);
  const holiday = holidays.get(date);
  if (holiday !== undefined) {
    const where = holiday.regions === undefined ? '' : ` in ${holiday.regions.join(', ')}`;
    return `no calls on ${holiday.name}${where}`;
  }
  if (spans.length === 0) return 'no calls on this day';
  return spans.map(({ from, to }) => `${hourOf(from)}-${hourOf(to)}`).join(', ');
}

const clock = (at: Instant, zone: string): string => hourOf(localMinutes(at, zone));

const hourOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
