// What a supervisor looks for among records, and the conditions of the API it comes to; both ways,
// because a saved filter fills the fields again.
import type { Body } from '../../kit/api/operation-types.ts';
import { startOfDay } from './start-of-day.ts';

export type Conditions = Body<'searchRecords'>['conditions'];

/** A condition on a field; one that compares says nothing until it has a value. */
export interface FieldWanted {
  readonly field: string;
  readonly is: NonNullable<Conditions['fields']>[number]['is'];
  readonly value: string;
}

export interface Wanted {
  readonly state: string;
  readonly classifier: string;
  readonly lastCall: string;
  /** In the significant field. */
  readonly text: string;
  readonly success: '' | 'yes' | 'no';
  /** Numbers of attempts. */
  readonly atLeast: string;
  readonly atMost: string;
  /** User name of the agent of the last contact. */
  readonly agent: string;
  /** Days, YYYY-MM-DD. */
  readonly contactedSince: string;
  readonly notContactedSince: string;
  readonly addedSince: string;
  readonly addedBefore: string;
  readonly fields: readonly FieldWanted[];
  /** Conditions of a saved filter that nothing here shows. */
  readonly rest: Conditions;
}

export const ANYTHING: Wanted = {
  ...{ state: '', classifier: '', lastCall: '', text: '', success: '' },
  ...{ atLeast: '', atMost: '', agent: '' },
  ...{ contactedSince: '', notContactedSince: '', addedSince: '', addedBefore: '' },
  fields: [],
  rest: {},
};

export const DAYS = ['contactedSince', 'notContactedSince', 'addedSince', 'addedBefore'] as const;

export interface Among {
  /** The significant field; undefined: there is none. */
  readonly field: string | undefined;
  readonly timeZone: string;
}

export function conditionsOf(wanted: Wanted, { field, timeZone }: Among): Conditions {
  const { state, classifier, lastCall, success, agent, atLeast, atMost, rest } = wanted;
  const text = wanted.text.trim();
  const fields = [
    ...wanted.fields.flatMap(testOf),
    ...(text === '' || field === undefined
      ? []
      : [{ field, is: 'containing' as const, value: text }]),
  ];
  const days = DAYS.filter((one) => /^\d{4}-\d{2}-\d{2}$/.test(wanted[one])).map((one) => [
    one,
    startOfDay(wanted[one], timeZone),
  ]);
  return {
    ...rest,
    ...(state === '' ? {} : { states: [state] as Conditions['states'] }),
    ...(classifier === '' ? {} : { classifiers: [classifier] }),
    ...(lastCall === '' ? {} : { lastCall: [lastCall] as Conditions['lastCall'] }),
    ...(success === '' ? {} : { success: success === 'yes' }),
    ...(agent.trim() === '' ? {} : { agents: [agent.trim()] }),
    ...(isCount(atLeast) ? { attemptsAtLeast: Number(atLeast) } : {}),
    ...(isCount(atMost) ? { attemptsAtMost: Number(atMost) } : {}),
    ...Object.fromEntries(days),
    ...(fields.length === 0 ? {} : { fields }),
  };
}

function testOf({ field, is, value }: FieldWanted): NonNullable<Conditions['fields']> {
  if (is === 'filled' || is === 'empty') return [{ field, is }];
  return value.trim() === '' ? [] : [{ field, is, value: value.trim() }];
}

const isCount = (text: string): boolean => /^\d{1,4}$/.test(text.trim());

/** A saved filter as the fields show it; what they cannot show is kept beside them. */
export function wantedOf(conditions: Conditions, { field, timeZone }: Among): Wanted {
  const { states, classifiers, lastCall, success, agents, fields = [], ...others } = conditions;
  const { attemptsAtLeast, attemptsAtMost, ...left } = others;
  const { contactedSince, notContactedSince, addedSince, addedBefore, ...unknown } = left;
  const rest: Record<string, unknown> = { ...unknown };
  const only = (key: string, some: readonly string[] | undefined): string => {
    const [first = '', ...more] = some ?? [];
    if (more.length === 0) return first;
    rest[key] = some;
    return '';
  };
  const day = (key: string, moment: string | undefined): string => {
    const found = moment && dayOfMoment(moment, timeZone);
    if (found === undefined || startOfDay(found, timeZone) === undefined) return '';
    if (Date.parse(startOfDay(found, timeZone)) === Date.parse(moment ?? '')) return found;
    rest[key] = moment;
    return '';
  };
  const search = fields.findLast((one) => one.is === 'containing' && one.field === field);
  const wanted = {
    state: only('states', states),
    classifier: only('classifiers', classifiers),
    lastCall: only('lastCall', lastCall),
    text: search !== undefined && 'value' in search ? search.value : '',
    success: success === undefined ? ('' as const) : success ? ('yes' as const) : ('no' as const),
    agent: only('agents', agents),
    atLeast: attemptsAtLeast?.toString() ?? '',
    atMost: attemptsAtMost?.toString() ?? '',
    contactedSince: day('contactedSince', contactedSince),
    notContactedSince: day('notContactedSince', notContactedSince),
    addedSince: day('addedSince', addedSince),
    addedBefore: day('addedBefore', addedBefore),
    fields: fields
      .filter((one) => one !== search)
      .map((one) => ({ field: one.field, is: one.is, value: 'value' in one ? one.value : '' })),
  };
  return { ...wanted, rest: rest as Conditions };
}

function dayOfMoment(moment: string, timeZone: string): string {
  return new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' }).format(new Date(moment));
}

/** Conditions that nothing here shows. */
export const unseen = ({ rest }: Wanted): number => Object.keys(rest).length;

/** Something that could be a telephone number is looked for as one. */
export const looksLikeNumber = (text: string): boolean =>
  /^[+\d(][\d\s()/.-]{4,}$/.test(text.trim());

/** An id for a filter of this title that none of the others has. */
export function filterId(title: string, taken: readonly string[]): string {
  const plain = title
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 50);
  const id = plain === '' ? 'filter' : plain;
  for (let n = 1; ; n++) {
    const tried = n === 1 ? id : `${id}-${n}`;
    if (!taken.includes(tried)) return tried;
  }
}

/** The order of conditions says nothing. */
export const isSameFilter = (a: Conditions, b: Conditions): boolean => sorted(a) === sorted(b);
const sorted = (conditions: Conditions): string =>
  JSON.stringify(Object.entries(conditions).toSorted(([one], [other]) => (one < other ? -1 : 1)));
