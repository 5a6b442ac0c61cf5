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

/** By number; one request for all of them. */
export async function standingsOf(
  records: readonly Reached[],
  ledger: Ledger,
  but: ReadonlyMap<string, Standing> = NONE,
): Promise<ReadonlyMap<string, Standing>> {
  const phones = new Set(records.flatMap((record) => numberOf(record) ?? []));
  const asked = [...phones].filter((phone) => !but.has(phone));
  return asked.length === 0 ? NONE : ledger.standings(asked);
}

const NONE: ReadonlyMap<string, Standing> = new Map();

/**
 * @param likely whose standings are read at once
 * @param known what was read a moment ago
 */
export async function standingsAhead(
  likely: readonly Reached[],
  ledger: Ledger,
  known: ReadonlyMap<string, Standing> = NONE,
): Promise<(record: Reached) => Promise<Standing | undefined>> {
  const read = await standingsOf(likely, ledger, known);
  return async (record) => {
    const phone = numberOf(record) ?? '';
    return read.get(phone) ?? known.get(phone) ?? (await standingOfRecord(record, ledger));
  };
}
