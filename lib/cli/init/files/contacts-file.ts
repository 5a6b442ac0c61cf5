// contacts.csv: twenty invented people, as a program would export them.
import { inventedPeople } from '../people.ts';
import { PEOPLE } from '../phone-numbers.ts';
import type { CentrePlan } from '../plan.ts';

export function contactsFile({ country, texts, numbers, channels }: CentrePlan): string {
  const { called } = inventedPeople(country);
  const { columns, interests } = texts;
  const withEmail = channels.has('email');
  const row = (name: string, phone: string, email: string, interest: string) =>
    [name, phone, ...(withEmail ? [email] : []), interest].join(',');
  const people = Array.from({ length: PEOPLE }, (_, n) =>
    row(
      called[n] ?? '',
      numbers.written[n] ?? '',
      `person${n + 1}@mail.example`,
      interests[n % interests.length] ?? '',
    ),
  );
  const heading = row(columns.name, columns.phone, columns.email, columns.interest);
  return `${[heading, ...people].join('\n')}\n`;
}
