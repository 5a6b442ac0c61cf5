// Which contact is meant.
import type { Answer } from '../../kit/api/operation-types.ts';

export interface ContactRef {
  readonly campaign: string;
  readonly record: string;
  readonly attempt: string;
}

export type WindowOf = Answer<'readWindow'>;

export const keyOfContact = ({ campaign, record, attempt }: ContactRef): string =>
  `${campaign}/${record}/${attempt}`;
