// An entry of the journal as the text of its item. Every call that is ordered keeps all gates it
// passed; with the names of their fields written out for each, the entry is larger than a kilobyte
// and DynamoDB bills it twice. So gates are rows: name, 1 for passed, what it saw, what it wanted.
// Entries of earlier versions have them written out.
import type { Gate } from '../../domain/model/gate.ts';
import type { JournalEntry } from '../../domain/model/journal.ts';

type Row = readonly [
  gate: string,
  passed: 0 | 1,
  saw: Gate['saw'],
  ...wanted: readonly NonNullable<Gate['wanted']>[],
];

export function journalText(entry: JournalEntry): string {
  const gates = 'gates' in entry ? entry.gates?.map(rowOf) : undefined;
  return JSON.stringify(gates === undefined ? entry : { ...entry, gates });
}

/** The entry as it was written. */
export function readJournalText(text: string): unknown {
  const entry = JSON.parse(text) as { readonly gates?: readonly (Row | Gate)[] };
  return entry.gates === undefined ? entry : { ...entry, gates: entry.gates.map(gateOf) };
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
