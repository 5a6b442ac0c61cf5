// What every record store promises (lib/application/ports/ports.ts, RecordStore). `make` gives an
// empty store together with the journal its commits write to.
import type { Ports } from '../../lib/application/ports/ports.ts';
import { recordStoreCommits } from './record-store-commits.ts';
import { recordStoreCounts } from './record-store-counts.ts';
import { recordStoreErasure } from './record-store-erasure.ts';
import { recordStoreFlights } from './record-store-flights.ts';
import { recordStoreIndexes } from './record-store-indexes.ts';
import { recordStoreLookUp } from './record-store-look-up.ts';
import { recordStoreNumbers } from './record-store-numbers.ts';
import { recordStoreReads } from './record-store-reads.ts';

/** Field by which the stores of a contract look records up. */
export const LOOKED_UP = ['client'];

export type Stores = Pick<Ports, 'records' | 'journal'>;

export function recordStoreContract(
  name: string,
  make: () => Promise<Stores>,
  isSpread = false,
): void {
  recordStoreCommits(name, make);
  recordStoreReads(name, make);
  recordStoreNumbers(name, make);
  recordStoreFlights(name, make, isSpread);
  recordStoreIndexes(name, make);
  recordStoreCounts(name, make);
  recordStoreErasure(name, make);
  recordStoreLookUp(name, make);
}
