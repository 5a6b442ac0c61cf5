import type { Contacted, ContactPage } from '../../domain/ledger/contact-caps.ts';

/** One more contact with a person, decided on the pages of all their numbers and addresses. */
interface ContactToCount {
  /** As they were read; one of them is of `address`. */
  readonly pages: ReadonlyMap<string, ContactPage>;
  readonly address: string;
  readonly contact: Contacted;
  /** Seconds for which contacts are kept. */
  readonly remembered: number;
}

/** When people were contacted, by number and address, whatever the campaign (NEW-7). */
export interface ContactLog {
  /** By address, as the last write left them; an empty page of version 0 where nothing is known. */
  pages(addresses: readonly string[]): Promise<ReadonlyMap<string, ContactPage>>;
  /** conflict: one of the pages has changed since; nothing was written. */
  add(contact: ContactToCount): Promise<'added' | 'conflict'>;
  /** It was no contact after all; without effect when it is not there. */
  remove(address: string, id: string): Promise<void>;
}
