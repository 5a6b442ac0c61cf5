// Opening hours as Connect keeps them: a week of slots and overrides by date. Connect has no 24:00:
// an end at midnight is 00:00. A day without hours is simply absent; a date without hours is a
// closed override.
import { CfnHoursOfOperation } from 'aws-cdk-lib/aws-connect';
import type { Construct } from 'constructs';
import { invariant } from '../../domain/model/invariant.ts';
import type { Hours, Span, Weekday } from '../../language/schema/hours.ts';
import type { Deployment } from '../deployment.ts';
import type { Instance } from './instance.ts';

const DAY_NAMES: Readonly<Record<Weekday, string>> = {
  mon: 'MONDAY',
  tue: 'TUESDAY',
  wed: 'WEDNESDAY',
  thu: 'THURSDAY',
  fri: 'FRIDAY',
  sat: 'SATURDAY',
  sun: 'SUNDAY',
};
const BY_NUMBER = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/**
 * Opening hours of the definitions by id → ARN; each is made when it is first asked for, and once.
 */
export function openingHours(
  scope: Construct,
  { definitions, name, exceptionsFrom }: Deployment,
  instance: Instance,
): (id: string) => string {
  const made = new Map<string, string>();
  return (id) => {
    const known = made.get(id);
    if (known !== undefined) return known;
    const hours = definitions.hours[id];
    invariant(hours, `hours '${id}' passed the checks without being there`);
    const { attrHoursOfOperationArn } = hoursOfOperation(scope, `Hours-${id}`, {
      instanceArn: instance.arn,
      name: `${name} ${id}`,
      hours,
      timeZone: definitions.centre.timeZone,
      exceptionsFrom,
    });
    made.set(id, attrHoursOfOperationArn);
    return attrHoursOfOperationArn;
  };
}

interface Slot {
  readonly day: string;
  readonly startTime: { readonly hours: number; readonly minutes: number };
  readonly endTime: { readonly hours: number; readonly minutes: number };
}

function hoursOfOperation(
  scope: Construct,
  id: string,
  props: {
    readonly instanceArn: string;
    readonly name: string;
    readonly hours: Hours;
    readonly timeZone: string;
    readonly exceptionsFrom: string | undefined;
  },
): CfnHoursOfOperation {
  const { hours } = props;
  return new CfnHoursOfOperation(scope, id, {
    instanceArn: props.instanceArn,
    name: props.name,
    timeZone: hours.timeZone ?? props.timeZone,
    config: Object.entries(hours.week).flatMap(([day, spans]) => slots(day as Weekday, spans)),
    hoursOfOperationOverrides: Object.entries(hours.exceptions)
      .filter(([date]) => date >= (props.exceptionsFrom ?? ''))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([date, spans]) => ({
        overrideName: date,
        overrideType: spans.length === 0 ? 'CLOSED' : 'STANDARD',
        effectiveFrom: date,
        effectiveTill: date,
        overrideConfig: slots(weekdayOf(date), spans.length === 0 ? ALL_DAY : spans),
      })),
  });
}

/** A closed override says which part of the day is closed: all of it. */
const ALL_DAY: readonly Span[] = [{ from: 0, to: 1440 }];

function slots(day: Weekday, spans: readonly Span[]): Slot[] {
  return spans.map(({ from, to }) => ({
    day: DAY_NAMES[day],
    startTime: timeOf(from),
    endTime: timeOf(to),
  }));
}

function timeOf(minutes: number) {
  return { hours: Math.floor(minutes / 60) % 24, minutes: minutes % 60 };
}

/** Gregorian weekday of a calendar day, whatever the zone. */
function weekdayOf(date: string): Weekday {
  return BY_NUMBER[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'mon';
}
