// Records as a list to choose from: enough to know one again, numbers masked.

import type { RecordEntry } from '../../domain/model/journal.ts';
import { mask } from '../../domain/model/mask.ts';
import { type CampaignRecord, defaultOf } from '../../domain/model/record.ts';
import { historyOf } from '../../domain/timeline/explain.ts';
import { plural } from '../../language/plural.ts';
import { displayTime, inLocalTime } from '../display-time.ts';

export interface Listed {
  readonly record: CampaignRecord;
  /** Oldest first. */
  readonly journal: readonly RecordEntry[];
}

/** Steps on the way: they do not say what became of the record. */
const STEPS: ReadonlySet<RecordEntry['type']> = new Set(['attempt.settled', 'rule.applied']);

/** Longer lists would be read by nobody. */
export const MOST_LISTED = 12;

export const latestFirst = (records: readonly Listed[]): readonly Listed[] =>
  records.toSorted((a, b) => b.record.updatedAt - a.record.updatedAt);

/** @param command what to type for one of them, without its id */
export function listLines(
  heading: string,
  records: readonly Listed[],
  timeZone: string,
  command: string,
): readonly string[] {
  const shown = records.slice(0, MOST_LISTED);
  const more = records.length - shown.length;
  const [first] = shown;
  return [
    heading,
    ...shown.flatMap((one) => recordLines(one, timeZone)),
    ...(more > 0 ? [`  … and ${more} more`] : []),
    ...(first ? ['', `For one of them: ${command} ${endOf(first.record)}`] : []),
  ];
}

const endOf = ({ record }: CampaignRecord): string => record.slice(-6);

function recordLines({ record, journal }: Listed, timeZone: string): readonly string[] {
  const phone = defaultOf(record.phones);
  const { origin } = record;
  const facts = [
    `…${endOf(record)}`,
    origin.kind === 'import' ? `row ${origin.row}` : `added by ${origin.kind}`,
    phone === undefined ? 'no number' : `number ${mask(phone)}`,
    `${record.state}`,
    plural(record.attempts, 'contact'),
  ];
  const last = historyOf(journal).findLast(({ type }) => !STEPS.has(type));
  const became =
    last && `    ${displayTime(last.at, timeZone)}  ${inLocalTime(last.says, timeZone)}`;
  return [`  ${facts.join(' · ')}`, ...(became === undefined ? [] : [became])];
}
