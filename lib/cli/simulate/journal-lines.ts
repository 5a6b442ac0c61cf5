// The journal of an earlier campaign as files hold it, one JSON object a line: records as
// `ringback start` keeps them, entries with the record they belong to, or events as they stood on
// the bus.
import { isObject } from '../../compiler/json.ts';
import type { RecordEntry } from '../../domain/model/journal.ts';
import type { Seen } from '../../simulation/dry-run/learn-behaviour.ts';

type Json = Readonly<Record<string, unknown>>;

export function journalLines(
  file: string,
  text: string,
): { readonly seen: readonly Seen[] } | { readonly wrong: string } {
  const seen: Seen[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = readLine(line);
    if (read === undefined)
      return {
        wrong: `${file}:${index + 1}  this line is not a journal entry; expected a JSON object with 'record' and 'journal', with 'record' and 'entry', or with 'detail-type' and 'detail'`,
      };
    for (const one of read) seen.push(one);
  }
  return { seen };
}

function readLine(line: string): readonly Seen[] | undefined {
  const value = parsed(line);
  if (value === undefined) return undefined;
  const { record, journal, entry, detail } = value;
  if (Array.isArray(journal) && isObject(record))
    return journal.flatMap((each) => seen(String(record.record), each) ?? []);
  if (isObject(entry)) return one(seen(String(record), entry));
  if (isObject(detail) && typeof value['detail-type'] === 'string')
    return one(
      seen(String(detail.record), {
        ...detail,
        type: value['detail-type'],
        at: momentOf(detail.at),
      }),
    );
  return undefined;
}

const one = (found: Seen | undefined) => (found ? [found] : []);

function seen(record: string, entry: unknown): Seen | undefined {
  if (!isObject(entry) || typeof entry.type !== 'string' || typeof entry.at !== 'number')
    return undefined;
  return { record, entry: entry as unknown as RecordEntry };
}

const momentOf = (at: unknown) => (typeof at === 'string' ? Date.parse(at) : at);

function parsed(line: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
