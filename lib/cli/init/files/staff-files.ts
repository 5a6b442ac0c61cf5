// hours.yaml, groups.yaml and queues.yaml: when who works, and on what.
import { holidaysOf } from '../../../domain/contact-hours/holidays.ts';
import { peopleOf } from '../people.ts';
import type { CentrePlan } from '../plan.ts';
import { linesOf, scalar } from '../yaml.ts';

export function hoursFile(plan: CentrePlan): string {
  const holidays = comingHolidays(plan);
  const year = plan.today.slice(0, 4);
  return linesOf(
    '# When agents work. People are called only when it is also permitted where they are.',
    'office:',
    plan.officeZone === plan.timeZone ? undefined : `  timeZone: ${plan.officeZone}`,
    '  week:',
    '    mon-fri: 09:00-17:00',
    ...(holidays.length > 0
      ? ['  exceptions:', ...holidays]
      : [`  exceptions: { ${year}-12-31: 09:00-13:00 }`]),
  );
}

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
    `  agents: [${peopleOf(country).agents.join(', ')}]`,
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
