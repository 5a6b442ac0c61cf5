// From a line of the journal to what is published about it (WHK-2): on the event bus, and to
// webhooks. The entry's type is the event's type, its content is the detail, under an id that stays
// the same however often it is told.
import { instant, toIso } from '../model/instant.ts';
import type { EntryType } from '../model/journal.ts';
import { type JournalLine, readLineId } from '../model/journal-line.ts';
import { EVENTS, publishedNames } from './catalogue.ts';

export interface PublishedEvent {
  readonly type: EntryType;
  readonly detail: Readonly<Record<string, unknown>> & {
    readonly id: string;
    readonly at: string;
    readonly campaign: string;
    readonly record?: string;
  };
}

export function eventOf({ id, campaign, record, entry }: JournalLine): PublishedEvent {
  const { type, at, ...content } = entry;
  const owner = record === undefined ? { campaign } : { campaign, record };
  const { version } = EVENTS[type];
  const { sequence } = readLineId(id);
  const told = { version, id, sequence, ...owner, at: toIso(instant(at)) };
  return { type, detail: { ...told, ...publishedNames<unknown>({ ...content }) } };
}
