// Numbers and addresses that a person or a program gives, one by one: whoever sends a value knows
// what it is, so one that is wrong is a mistake.
import { readEmails } from '../../contacts/email-cell.ts';
import { MOST_ENDPOINTS } from '../../contacts/read-contact.ts';
import { normalisePhone } from '../../domain/records/phone.ts';
import { notCalled, specialKindOf } from '../../domain/records/special-numbers.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { Campaign } from '../../language/schema/campaign.ts';

/** A mistake, and where in the contact it stands; the value itself is not repeated. */
export interface ContactMistake {
  readonly at: readonly (string | number)[];
  readonly reason: string;
}

export type Mistaken = (reason: string, ...at: readonly (string | number)[]) => void;

interface Given {
  readonly phones: readonly string[];
  readonly emails: readonly string[];
}

/** As they are stored; a wrong one is an empty text. */
export function readEndpoints(
  { phones, emails }: Given,
  campaign: Campaign,
  definitions: Definitions,
  wrong: Mistaken,
): Given {
  const country = campaign.country ?? definitions.centre.country;
  const allowed = campaign.channels.outbound?.specialNumbers ?? [];
  const read = {
    phones: phones.map((text, n) => {
      const normalised = normalisePhone(text, country);
      if (normalised.kind === 'bad') wrong(normalised.reason, 'phones', n);
      const phone = normalised.kind === 'ok' ? normalised.phone : '';
      const special = phone === '' ? undefined : specialKindOf(phone);
      if (special !== undefined && !allowed.includes(special))
        wrong(notCalled(special), 'phones', n);
      return phone;
    }),
    emails: emails.map((text, n) => {
      const { values } = readEmails(text);
      if (values.length !== 1) wrong('is not an e-mail address', 'emails', n);
      return values[0] ?? '';
    }),
  };
  if (phones.length === 0 && campaign.channels.outbound)
    wrong('a telephone number is needed', 'phones');
  else if (phones.length + emails.length === 0)
    wrong('a telephone number or an e-mail address is needed');
  if (phones.length > MOST_ENDPOINTS) wrong(`${MOST_ENDPOINTS} at most`, 'phones');
  if (emails.length > MOST_ENDPOINTS) wrong(`${MOST_ENDPOINTS} at most`, 'emails');
  return read;
}
