// An entry of the journal with the names that its campaign's files have where the journal has ids:
// fields, classifiers, rules and their tiles, queues, other campaigns. Ids of what has no name, or
// is no longer in the files, stay.
import type { EntryOf, RecordEntry } from '../domain/model/journal.ts';
import type { Definitions } from '../language/definitions.ts';
import { own } from '../language/dictionary.ts';
import { DIRECTORY } from '../language/record-settings.ts';

interface Names {
  readonly field: (id: string) => string;
  readonly classifier: (id: string) => string;
  readonly rule: (id: string) => string;
  readonly tile: (rule: string, id: string) => string;
  readonly queue: (id: string) => string;
  readonly campaign: (id: string) => string;
}

type Naming = {
  readonly [T in RecordEntry['type']]?: (entry: EntryOf<T>, names: Names) => EntryOf<T>;
};

const inQueue = <E extends { readonly queue?: string | undefined }>(entry: E, { queue }: Names) =>
  entry.queue === undefined ? entry : { ...entry, queue: queue(entry.queue) };

const NAMING: Naming = {
  'record.edited': (entry, { field }) => ({ ...entry, changed: entry.changed.map(field) }),
  'record.classified': (entry, { classifier }) => ({
    ...entry,
    classifier: classifier(entry.classifier),
  }),
  'attempt.settled': (entry, { rule }) =>
    entry.rule === undefined ? entry : { ...entry, rule: rule(entry.rule) },
  'rule.applied': ({ rule: id, path, skipped, ...entry }, { rule, tile }) => ({
    ...entry,
    rule: rule(id),
    path: path.map((one) => tile(id, one)),
    ...(skipped && { skipped: skipped.map((one) => tile(id, one)) }),
  }),
  'record.passed-on': (entry, { campaign, field }) => ({
    ...entry,
    to: campaign(entry.to),
    ...(entry.leftOut && { leftOut: entry.leftOut.map(field) }),
  }),
  'call.routed': inQueue,
  'call.priority-raised': (entry, { queue }) => ({ ...entry, queue: queue(entry.queue) }),
  'call.prioritised': (entry, { queue }) => ({ ...entry, queue: queue(entry.queue) }),
  'call.transferred': inQueue,
  'message.received': inQueue,
};

/** What a change of a record names beside fields. */
const OF_EVERY_RECORD: Readonly<Record<string, string>> = {
  phones: 'telephone numbers',
  emails: 'e-mail addresses',
  weight: 'weight',
};

/** Of what a rule has done, and of who was copied from another campaign. */
const BY_RULE = /^rule (?<rule>\S+), tile (?<tile>\S+)$/;
const BY_COPY = /^(?<who>.+), from (?<from>\S+)$/;

export function namedEntry(
  entry: RecordEntry,
  definitions: Definitions,
  campaign: string,
): RecordEntry {
  const names = namesOf(definitions, campaign);
  const name = NAMING[entry.type] as ((of: RecordEntry, names: Names) => RecordEntry) | undefined;
  const named = name === undefined ? entry : name(entry, names);
  if (!('by' in named) || named.by === undefined) return named;
  return { ...named, by: namedAuthor(named.by, names) } as RecordEntry;
}

function namedAuthor(by: string, names: Names): string {
  const { rule, tile, who, from } = (BY_RULE.exec(by) ?? BY_COPY.exec(by))?.groups ?? {};
  if (rule !== undefined && tile !== undefined)
    return `rule ${names.rule(rule)}, tile ${names.tile(rule, tile)}`;
  return from === undefined ? by : `${who}, from ${names.campaign(from)}`;
}

function namesOf(definitions: Definitions, id: string): Names {
  const { campaigns, rules, queues, directory } = definitions;
  const of = id === DIRECTORY ? directory : own(campaigns, id);
  return {
    field: (field) => own(of?.fields ?? {}, field)?.label ?? OF_EVERY_RECORD[field] ?? field,
    classifier: (one) => own(of?.classifiers ?? {}, one)?.name ?? one,
    rule: (one) => own(rules, one)?.name ?? one,
    tile: (rule, one) => own(own(rules, rule)?.tiles ?? {}, one)?.label ?? one,
    queue: (one) => own(queues, one)?.name ?? one,
    campaign: (one) => (one === DIRECTORY ? directory : own(campaigns, one))?.name ?? one,
  };
}
