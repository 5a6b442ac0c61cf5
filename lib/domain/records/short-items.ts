// A record is written with each step of a call, and every kilobyte of its item is a unit, in the
// table and in the index. So what its key says, and what is usual, is left out; a list of numbers
// that begins with the default is their values alone; and of the attempt within, names are short.
// Items written out in full, as former versions did, are read as well.
import type { Attempt } from '../model/attempt.ts';
import type { ContactTimestamps } from '../model/contact-timestamps.ts';
import { isSame } from '../model/is-same.ts';
import type { CampaignRecord, Endpoint } from '../model/record.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Of a record. */
const USUAL_RECORD = {
  ...{ phones: [], emails: [], fields: {}, parameters: {}, endings: {} },
  ...{ success: false, rule: { passes: {} } },
} as const satisfies Partial<CampaignRecord>;

/** Of an attempt under way. */
const USUAL_ATTEMPT = {
  ...{ channel: 'voice', direction: 'outbound', parameters: {} },
  ...{ settled: false, ruleApplied: false, timestamps: {} },
} as const satisfies Partial<Attempt>;

const ATTEMPT_NAMES = {
  ...{ endpoint: 'to', sender: 'from', orderedAt: 'ordered', askedAt: 'asked' },
  ...{ timestamps: 'at', disconnectReason: 'why', machineDetection: 'amd' },
} as const satisfies { readonly [name in keyof Attempt]?: string };

const TIMESTAMP_NAMES = {
  ...{ initiated: 'begun', connectedToSystem: 'up', enqueued: 'queued' },
  ...{ connectedToAgent: 'agent', disconnected: 'over', wrapUpEnded: 'done' },
} as const satisfies { readonly [name in keyof ContactTimestamps]-?: string };

/** Without what the key says. */
export function shortRecord({ record: _, ...of }: CampaignRecord): Fields {
  const { phones, emails } = of;
  return { ...without(of, USUAL_RECORD), ...lists({ phones, emails }, valuesOf) };
}

/** @param id that the key says */
export function wholeRecord(stored: object, id: string): object {
  const { phones, emails } = stored as { phones?: Stored; emails?: Stored };
  return { record: id, ...USUAL_RECORD, ...stored, ...lists({ phones, emails }, endpointsOf) };
}

/** What the record does not say, too. */
type Within = Omit<Attempt, 'campaign' | 'record' | 'id'>;

export function shortAttempt({ campaign: _, record: __, id: ___, ...attempt }: Attempt): Fields {
  const { timestamps } = attempt;
  const short = { ...attempt, timestamps: renamed(timestamps, TIMESTAMP_NAMES) };
  return renamed(without(short, USUAL_ATTEMPT), ATTEMPT_NAMES);
}

export function wholeAttempt(stored: object): Within {
  const whole = { ...USUAL_ATTEMPT, ...renamed(stored, WHOLE_ATTEMPT) } as Within;
  return { ...whole, timestamps: renamed(whole.timestamps, WHOLE_TIMESTAMPS) };
}

// loops: a dry run reckons the size of every item
function without(fields: Fields, usual: Fields): Fields {
  const rest: Record<string, unknown> = {};
  for (const name of Object.keys(fields))
    if (!(name in usual && isSame(fields[name], usual[name]))) rest[name] = fields[name];
  return rest;
}

const inverse = (names: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(names).map(([name, short]) => [short, name]));

const WHOLE_ATTEMPT = inverse(ATTEMPT_NAMES);
const WHOLE_TIMESTAMPS = inverse(TIMESTAMP_NAMES);

/** Names that are not in the table stay. */
function renamed(of: object, names: Readonly<Record<string, string>>): Fields {
  const fields = of as Fields;
  const all: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) all[names[name] ?? name] = fields[name];
  return all;
}

type Stored = readonly (Endpoint | string)[];

/** Exactly one is the default; it is mostly the first. */
const valuesOf = (list: Stored): Stored =>
  list.every((each, n) => typeof each !== 'string' && each.isDefault === (n === 0))
    ? list.map((each) => (typeof each === 'string' ? each : each.value))
    : list;

const endpointsOf = (list: Stored): Stored =>
  list.map((each, n) => (typeof each === 'string' ? { value: each, isDefault: n === 0 } : each));

/** Lists that are empty or missing are usual. */
const lists = (of: Readonly<Record<string, Stored | undefined>>, as: (list: Stored) => Stored) =>
  Object.fromEntries(
    Object.entries(of).flatMap(([name, list]) =>
      list === undefined || list.length === 0 ? [] : [[name, as(list)]],
    ),
  );
