// When people were contacted, in memory, by address.
import type { ContactLog } from '../../application/ports/contact-log.ts';
import { type ContactPage, NO_CONTACTS, withContact } from '../../domain/ledger/contact-caps.ts';
import { ledgerName } from '../../domain/ledger/ledger.ts';

export function memoryContactLog(): ContactLog {
  const kept = new Map<string, ContactPage>();
  const pageOf = (address: string) => kept.get(ledgerName(address)) ?? NO_CONTACTS;
  return {
    pages: async (addresses) => new Map(addresses.map((each) => [each, pageOf(each)] as const)),
    async add({ pages, address, contact, remembered }) {
      for (const [each, { version }] of pages)
        if (pageOf(each).version !== version) return 'conflict';
      kept.set(ledgerName(address), withContact(pageOf(address), contact, remembered));
      return 'added';
    },
    async remove(address, id) {
      const page = pageOf(address);
      if (!page.contacts.some((each) => each.id === id)) return;
      const contacts = page.contacts.filter((each) => each.id !== id);
      kept.set(ledgerName(address), { version: page.version + 1, contacts });
    },
  };
}
