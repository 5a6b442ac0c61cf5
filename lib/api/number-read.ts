// A number that an agent has typed: read as those of contact files, and none that costs a multiple.
import { normalisePhone } from '../domain/records/phone.ts';
import { specialKindOf } from '../domain/records/special-numbers.ts';
import type { Definitions } from '../language/definitions.ts';
import { own } from '../language/dictionary.ts';

export type NumberRead =
  | { readonly phone: string; readonly refused?: undefined }
  | { readonly phone?: undefined; readonly refused: string };

/** @param id of a campaign whose country and exceptions hold */
export function readNumber(
  number: string,
  { campaigns, centre }: Pick<Definitions, 'campaigns' | 'centre'>,
  id: string,
): NumberRead {
  const campaign = own(campaigns, id);
  const read = normalisePhone(number, campaign?.country ?? centre.country);
  if (read.kind === 'bad') return { refused: `the number ${read.reason}` };
  const special = specialKindOf(read.phone);
  const allowed = campaign?.channels.outbound?.specialNumbers ?? [];
  if (special !== undefined && !allowed.includes(special))
    return { refused: `calls to ${special} numbers are not allowed` };
  return { phone: read.phone };
}
