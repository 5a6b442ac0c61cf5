// What the ledger says of the numbers records would be contacted on. A look ahead reads those of
// the records that are likely to be taken in one request; who else turns up is read alone.

import type { Standing } from '../../domain/ledger/ledger.ts';
import { type CampaignRecord, defaultOf } from '../../domain/model/record.ts';
import type { Ledger } from '../ports/ledger.ts';

type Reached = Pick<CampaignRecord, 'phones' | 'callBackTo'>;

/** Where a caller asked to be called back, or else the default number (REC-5). */
const numberOf = ({ callBackTo, phones }: Reached): string | undefined =>
  callBackTo ?? defaultOf(phones);

async function standingOfRecord(record: Reached, ledger: Ledger): Promise<Standing | undefined> {
  const phone = numberOf(record);
  return phone === undefined ? undefined : (await ledger.standings([phone])).get(phone);
}

/** @param likely whose standings are read at once */
export async function standingsAhead(
  likely: readonly Reached[],
  ledger: Ledger,
): Promise<(record: Reached) => Promise<Standing | undefined>> {
  const phones = [...new Set(likely.flatMap((record) => numberOf(record) ?? []))];
  const known = phones.length === 0 ? undefined : await ledger.standings(phones);
  return async (record) =>
    known?.get(numberOf(record) ?? '') ?? (await standingOfRecord(record, ledger));
}
