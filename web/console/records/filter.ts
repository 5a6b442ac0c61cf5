// What a supervisor looks for among records, and the conditions of the API it comes to.
import type { Body } from '../../kit/api/operation-types.ts';

export type Conditions = Body<'searchRecords'>['conditions'];

export interface Wanted {
  readonly state: string;
  readonly classifier: string;
  readonly lastCall: string;
  /** In the significant field. */
  readonly text: string;
}

export const ANYTHING: Wanted = { state: '', classifier: '', lastCall: '', text: '' };

/** @param field the significant one; undefined: the campaign has none */
export function conditionsOf(wanted: Wanted, field: string | undefined): Conditions {
  const { state, classifier, lastCall } = wanted;
  const text = wanted.text.trim();
  return {
    ...(state === '' ? {} : { states: [state] as Conditions['states'] }),
    ...(classifier === '' ? {} : { classifiers: [classifier] }),
    ...(lastCall === '' ? {} : { lastCall: [lastCall] as Conditions['lastCall'] }),
    ...(text === '' || field === undefined
      ? {}
      : { fields: [{ field, is: 'containing' as const, value: text }] }),
  };
}

/** Something that could be a telephone number is looked for as one. */
export const looksLikeNumber = (text: string): boolean =>
  /^[+\d(][\d\s()/.-]{4,}$/.test(text.trim());
