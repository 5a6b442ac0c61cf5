// The ledger in memory, by address.
import type { Ledger, LedgerPrefixes } from '../../application/ports/ledger.ts';
import { EMPTY_PAGE, type LedgerPage, ledgerName, standingOf } from '../../domain/ledger/ledger.ts';

export function memoryLedger(): Ledger {
  const pages = new Map<string, LedgerPage>();
  let listed: LedgerPrefixes = { version: 0, prefixes: [] };
  const pageOf = (address: string) => pages.get(ledgerName(address)) ?? EMPTY_PAGE;
  return {
    standings: async (addresses) =>
      new Map(
        addresses.map((each) => [each, standingOf(each, pageOf(each), listed.prefixes)] as const),
      ),
    namesOf: async () => [],
    under: async () => async (address) => standingOf(address, pageOf(address), listed.prefixes),
    page: async (address) => pageOf(address),
    async commit(address, before, after) {
      if (pageOf(address).version !== before.version) return 'conflict';
      pages.set(ledgerName(address), after);
      return 'committed';
    },
    prefixes: async () => listed,
    async commitPrefixes(before, after) {
      if (listed.version !== before.version) return 'conflict';
      listed = after;
      return 'committed';
    },
  };
}
