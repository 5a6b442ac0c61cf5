// When people were contacted: an item in the runtime table for each number or address, under a
// pseudonym, which expires when no cap looks back to it any more. A contact is one transaction over
// all items of the person, so that two campaigns that decide at the same moment do not both find
// room. Pages under former keys are read as well; they expire by themselves.

import type { ContactLog } from '../../application/ports/contact-log.ts';
import type { Pseudonyms } from '../../application/ports/pseudonyms.ts';
import {
  type Contacted,
  type ContactPage,
  NO_CONTACTS,
  withContact,
} from '../../domain/ledger/contact-caps.ts';
import { ledgerName } from '../../domain/ledger/ledger.ts';
import type { Dynamo } from './document-table.ts';
import type { Item, Key } from './items.ts';
import { conditionCheck, isStill, put } from './writes.ts';

const pageKey = (pseudonym: string): Key => ({ pk: `contacts#${pseudonym}`, sk: 'contacts' });

/** Reads and writes of one removal that may be lost to others. */
const TRIES = 5;

export function dynamoContactLog(db: Dynamo, table: string, pseudonyms: Pseudonyms): ContactLog {
  const keysOf = async (address: string): Promise<readonly Key[]> => {
    const names = await pseudonyms.of(`contacts:${ledgerName(address)}`);
    // the last is a hash without a key, under which nothing of the kind was ever written
    return names.slice(0, -1).map(pageKey);
  };
  const read = async (address: string): Promise<ContactPage> => {
    const keys = await keysOf(address);
    return pageOf(await Promise.all(keys.map((key) => db.get(table, key))));
  };
  const todaysKey = async (address: string): Promise<Key> => {
    const [today] = await keysOf(address);
    if (today === undefined) throw new Error('there is no key for pseudonyms');
    return today;
  };
  return {
    async pages(addresses) {
      // asked for in one turn, so all of them travel in one request (gathered-reads.ts)
      const pages = await Promise.all(
        addresses.map(async (each) => [each, await read(each)] as const),
      );
      return new Map(pages);
    },
    async add({ pages, address, contact, remembered }) {
      const after = withContact(pages.get(address) ?? NO_CONTACTS, contact, remembered);
      const expires = Math.ceil(contact.at / 1000 + remembered);
      const writes = await Promise.all(
        [...pages].map(async ([each, before]) => {
          const key = await todaysKey(each);
          const still = isStill(before.version === 0 ? undefined : before);
          return each === address
            ? put(table, { ...key, ...after, expires }, still)
            : conditionCheck(table, key, still);
        }),
      );
      return (await db.transact(writes)).length === 0 ? 'added' : 'conflict';
    },
    async remove(address, id) {
      const key = await todaysKey(address);
      for (let n = 0; n < TRIES; n++) {
        const item = await db.get(table, key);
        const page = pageOf([item]);
        if (!page.contacts.some((each) => each.id === id)) return;
        const contacts = page.contacts.filter((each) => each.id !== id);
        const after = { ...item, ...key, version: page.version + 1, contacts };
        if ((await db.transact([put(table, after, isStill(page))])).length === 0) return;
      }
    },
  };
}

/** Today's, with what is still kept under former keys; one that moved from there counts once. */
function pageOf([today, ...former]: readonly (Item | undefined)[]): ContactPage {
  const contacts = new Map<string, Contacted>();
  for (const item of [...former, today])
    for (const contact of listOf(item)) contacts.set(contact.id, contact);
  return { version: Number(today?.version ?? 0), contacts: [...contacts.values()] };
}

const listOf = (item: Item | undefined): readonly Contacted[] =>
  (item?.contacts ?? []) as readonly Contacted[];
