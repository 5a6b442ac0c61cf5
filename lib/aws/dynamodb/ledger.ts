// The ledger in the records table, which forgets nothing by itself: an item for each number or
// address, under a pseudonym, and one for all prefixes. What a call needs of it comes in one
// request. Pages under former keys are read as well, and move to today's when they change.

import type { Ledger, LedgerPrefixes } from '../../application/ports/ledger.ts';
import type { Pseudonyms } from '../../application/ports/pseudonyms.ts';
import { type LedgerPage, ledgerName, standingOf } from '../../domain/ledger/ledger.ts';
import { invariant } from '../../domain/model/invariant.ts';
import { isSame } from '../../domain/model/is-same.ts';
import type { Dynamo } from './document-table.ts';
import type { Item, Key } from './items.ts';
import { contentOf } from './record-items.ts';
import { isStill, put, remove } from './writes.ts';

const PREFIXES: Key = { pk: 'ledger#prefixes', sk: 'ledger' };
const pageKey = (pseudonym: string): Key => ({ pk: `ledger#${pseudonym}`, sk: 'ledger' });

export function dynamoLedger(db: Dynamo, table: string, pseudonyms: Pseudonyms): Ledger {
  const namesOf = async (address: string): Promise<readonly string[]> => {
    const names = await pseudonyms.of(`ledger:${ledgerName(address)}`);
    // the last is a hash without a key, under which nothing of the ledger was ever written
    return names.slice(0, -1);
  };
  const readUnder = (names: readonly string[]) =>
    Promise.all(names.map((name) => db.get(table, pageKey(name))));
  const read = async (address: string) => readUnder(await namesOf(address));
  const prefixes = async (): Promise<LedgerPrefixes> => {
    const item = await db.get(table, PREFIXES);
    return item === undefined ? { version: 0, prefixes: [] } : (contentOf(item) as LedgerPrefixes);
  };
  const commit = async (
    key: Key,
    before: { readonly version: number },
    after: object,
    former: readonly Key[] = [],
  ) => {
    const refused = await db.transact([
      put(table, { ...key, ...after }, isStill(before.version === 0 ? undefined : before)),
      ...former.map((each) => remove(table, each)),
    ]);
    return refused.length === 0 ? 'committed' : 'conflict';
  };
  const standings = async (addresses: readonly string[]) => {
    // asked for in one turn, so all of them travel in one request (gathered-reads.ts), also where
    // the key of the names has to be read first
    const names = await Promise.all(addresses.map(namesOf));
    const [listed, pages] = await Promise.all([
      prefixes(),
      Promise.all(
        addresses.map(async (each, n) => [each, pageOf(await readUnder(names[n] ?? []))] as const),
      ),
    ]);
    return new Map(
      pages.map(([address, page]) => [address, standingOf(address, page, listed.prefixes)]),
    );
  };
  return {
    standings,
    namesOf,
    async under(names) {
      const [listed, items] = await Promise.all([
        names.length === 0 ? undefined : prefixes(),
        readUnder(names),
      ]);
      return async (address) => {
        if (listed !== undefined && isSame(names, await namesOf(address)))
          return standingOf(address, pageOf(items), listed.prefixes);
        const standing = (await standings([address])).get(address);
        invariant(standing !== undefined, 'every address has a standing');
        return standing;
      };
    },
    page: async (address) => pageOf(await read(address)),
    async commit(address, before, after) {
      const [today, ...former] = (await namesOf(address)).map(pageKey);
      return today === undefined ? 'conflict' : commit(today, before, after, former);
    },
    prefixes,
    commitPrefixes: (before, after) => commit(PREFIXES, before, after),
  };
}

/** Today's, with what is still kept under former keys. */
function pageOf([today, ...former]: readonly (Item | undefined)[]): LedgerPage {
  const pages = [today, ...former].flatMap((item) => (item === undefined ? [] : [asPage(item)]));
  return {
    version: today === undefined ? 0 : asPage(today).version,
    blacklist: pages.flatMap(({ blacklist }) => blacklist),
    consents: pages.flatMap(({ consents }) => consents),
  };
}

const asPage = (item: Item): LedgerPage => contentOf(item) as LedgerPage;
