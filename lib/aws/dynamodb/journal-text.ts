// Entries of the journal as the text of their item: one entry, or the list of those of a change.
// Every call that is ordered keeps all gates it passed; with the names of their fields written out
// for each, the entry is larger than a kilobyte and DynamoDB bills it twice. So gates are rows:
// name, 1 for passed, what it saw, what it wanted. Entries of earlier versions have them written
// out.
import type { Gate } from '../../domain/model/gate.ts';
import type { JournalEntry } from '../../domain/model/journal.ts';
import { lineId, placeInChange, readLineId } from '../../domain/model/journal-line.ts';
import type { Key } from './items.ts';

type Row = readonly [
  gate: string,
  passed: 0 | 1,
  saw: Gate['saw'],
  ...wanted: readonly NonNullable<Gate['wanted']>[],
];

interface StoredEntry {
  readonly gates?: readonly (Row | Gate)[];
}

export function journalText(entries: readonly JournalEntry[]): string {
  const stored = entries.map((entry) => {
    const gates = 'gates' in entry ? entry.gates?.map(rowOf) : undefined;
    return gates === undefined ? entry : { ...entry, gates };
  });
  return JSON.stringify(stored.length === 1 ? stored[0] : stored);
}

/** The entries as they were written. */
export function readJournalText(text: string): readonly unknown[] {
  const read = JSON.parse(text) as StoredEntry | readonly StoredEntry[];
  return [read]
    .flat()
    .map((entry) =>
      entry.gates === undefined ? entry : { ...entry, gates: entry.gates.map(gateOf) },
    );
}

/** The entries of an item by their ids. */
export function journalLinesOf(key: Key, text: string): readonly { id: string; entry: unknown }[] {
  const first = readLineId(lineId(key.pk, key.sk));
  return readJournalText(text).map((entry, n) => ({
    id: lineId(key.pk, placeInChange(first.version, first.n + n)),
    entry,
  }));
}

const rowOf = ({ gate, passed, saw, wanted }: Gate): Row => [
  gate,
  passed ? 1 : 0,
  saw,
  ...(wanted === undefined ? [] : [wanted]),
];

function gateOf(stored: Row | Gate): Gate {
  if ('gate' in stored) return stored;
  const [gate, passed, saw, wanted] = stored;
  return { gate, passed: passed === 1, saw, ...(wanted !== undefined && { wanted }) };
}
