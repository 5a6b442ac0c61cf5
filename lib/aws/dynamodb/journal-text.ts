// Entries of the journal as the text of their item: one entry, or the list of those of a change.
// Every call that is ordered keeps all gates it passed; with the names of their fields written out
// for each, the entry is larger than a kilobyte and DynamoDB bills it twice. So gates are rows:
// name, 1 for passed, what it saw, what it wanted; the moment of the entry, which half of them saw,
// is a sign. Entries of earlier versions have all of it written out.
import type { Gate } from '../../domain/model/gate.ts';
import { instant, toIso } from '../../domain/model/instant.ts';
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
  readonly at: number;
  readonly gates?: readonly (Row | Gate)[];
}

export function journalText(entries: readonly JournalEntry[]): string {
  const stored = entries.map((entry) => {
    if (!('gates' in entry) || entry.gates === undefined) return entry;
    const then = momentOf(entry);
    return { ...entry, gates: entry.gates.map((gate) => rowOf(gate, then)) };
  });
  return JSON.stringify(stored.length === 1 ? stored[0] : stored);
}

/** The entries as they were written. */
export function readJournalText(text: string): readonly unknown[] {
  const read = JSON.parse(text) as StoredEntry | readonly StoredEntry[];
  return [read].flat().map((entry) => {
    if (entry.gates === undefined) return entry;
    const then = momentOf(entry);
    return { ...entry, gates: entry.gates.map((gate) => gateOf(gate, then)) };
  });
}

/** The entries of an item by their ids. */
export function journalLinesOf(key: Key, text: string): readonly { id: string; entry: unknown }[] {
  const first = readLineId(lineId(key.pk, key.sk));
  return readJournalText(text).map((entry, n) => ({
    id: lineId(key.pk, placeInChange(first.version, first.n + n)),
    entry,
  }));
}

type Value = Gate['saw'];

const momentOf = ({ at }: Pick<StoredEntry, 'at'>): string => toIso(instant(at));

/** The moment of the entry; a text that begins with it has another before it. */
const THEN = '@';
const short = (value: Value, then: string): Value => {
  if (value === then) return THEN;
  return typeof value === 'string' && value.startsWith(THEN) ? THEN + value : value;
};
const whole = (value: Value, then: string): Value => {
  if (value === THEN) return then;
  return typeof value === 'string' && value.startsWith(THEN) ? value.slice(THEN.length) : value;
};

const rowOf = ({ gate, passed, saw, wanted }: Gate, then: string): Row => [
  gate,
  passed ? 1 : 0,
  short(saw, then),
  ...(wanted === undefined ? [] : [short(wanted, then)]),
];

function gateOf(stored: Row | Gate, then: string): Gate {
  if ('gate' in stored) return stored;
  const [gate, passed, saw, wanted] = stored;
  const seen = { gate, passed: passed === 1, saw: whole(saw, then) };
  return wanted === undefined ? seen : { ...seen, wanted: whole(wanted, then) };
}
