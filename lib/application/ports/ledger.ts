import type { BlacklistedPrefix, LedgerPage, Standing } from '../../domain/ledger/ledger.ts';

/** Prefixes on the blacklist; few, so they are kept as one list. */
export interface LedgerPrefixes {
  /** Counts changes, from 0. */
  readonly version: number;
  readonly prefixes: readonly BlacklistedPrefix[];
}

/** Who may be contacted: blacklist and consents, by number or address. */
export interface Ledger {
  /** What decides about each address, as the last commit left it; one request for all of them. */
  standings(addresses: readonly string[]): Promise<ReadonlyMap<string, Standing>>;
  /** Names it is kept under, which do not tell the address. */
  namesOf(address: string): Promise<readonly string[]>;
  /**
   * Reads what is kept under such names. @returns what decides about an address; one with other
   * names is read when it is asked for
   */
  under(names: readonly string[]): Promise<(address: string) => Promise<Standing>>;
  /** An empty page of version 0 for an address nothing is known of. */
  page(address: string): Promise<LedgerPage>;
  /** conflict: somebody changed the page since `before` was read. */
  commit(address: string, before: LedgerPage, after: LedgerPage): Promise<'committed' | 'conflict'>;
  prefixes(): Promise<LedgerPrefixes>;
  commitPrefixes(before: LedgerPrefixes, after: LedgerPrefixes): Promise<'committed' | 'conflict'>;
}
