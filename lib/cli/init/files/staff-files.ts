// hours.yaml, groups.yaml and queues.yaml: when who works, and on what.
import { holidaysOf } from '../../../domain/contact-hours/holidays.ts';
import { countryName } from '../answers.ts';
import { inventedPeople } from '../people.ts';
import type { CentrePlan } from '../plan.ts';
import { linesOf, scalar } from '../yaml.ts';

export function hoursFile(plan: CentrePlan): string {
  const { office, country, today } = plan;
  const holidays = comingHolidays(plan);
  return linesOf(
    '# When agents work. People are called only when it is also permitted where they are.',
    'office:',
    '  week:',
    `    mon-fri: ${office.opens}-${office.closes}`,
    holidays.length > 0 ? undefined : `  # Add the public holidays of ${countryName(country)}.`,
    '  exceptions:',
    ...(holidays.length > 0 ? holidays : [`    ${newYear(today)}: closed # New Year's Day`]),
  );
}

const newYear = (today: string): string => `${Number(today.slice(0, 4)) + 1}-01-01`;

/** Until the end of next year; days on which the office is closed anyway are left out. */
function comingHolidays({ country, today }: CentrePlan): readonly string[] {
  const year = Number(today.slice(0, 4));
  return [year, year + 1]
    .flatMap((one) => [...(holidaysOf(country, 'nationwide', one) ?? [])])
    .filter(([day]) => day >= today && isWorkingDay(day))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, { name }]) => `    ${day}: closed # ${name}`);
}

const isWorkingDay = (day: string): boolean => {
  const weekday = new Date(`${day}T00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
};

export const groupsFile = ({ country }: CentrePlan): string =>
  linesOf(
    '# Agents, by their user names in Amazon Connect.',
    'team:',
    `  agents: [${inventedPeople(country).agents.join(', ')}]`,
  );

export const queuesFile = ({ texts, channels }: CentrePlan): string =>
  linesOf(
    'offers:',
    `  name: ${scalar(texts.queue)}`,
    '  groups: [team]',
    '  hours: office',
    '  longestWait: 20 s # for somebody we called',
    channels.has('inbound') ? '  callerWait: 2 min # for somebody who called us' : undefined,
  );
