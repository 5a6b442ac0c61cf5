// Figures of a report, added up over its rows.
import type { ItemOf } from '../../kit/api/operation-types.ts';
import { sumOf } from '../campaigns/progress.ts';

export type FigureRow = ItemOf<'reportFigures'>;

/** Contacts of a row that ended so, of whatever kind. */
export function endedAs(row: FigureRow, ending: string): number {
  const kinds: readonly Readonly<Record<string, number>>[] = Object.values(row.endings);
  return kinds.reduce((sum, counts) => sum + (counts[ending] ?? 0), 0);
}

/** Endings that stand in any of the rows, the most frequent first. */
export function endingsIn(rows: readonly FigureRow[]): readonly string[] {
  const all = rows.flatMap((row) => Object.values(row.endings).flatMap((one) => Object.keys(one)));
  const count = (ending: string) => rows.reduce((sum, row) => sum + endedAs(row, ending), 0);
  return [...new Set(all)].toSorted((a, b) => count(b) - count(a));
}

/** Classifiers that stand in any of the rows, the most frequent first. */
export function classifiersIn(rows: readonly FigureRow[]): readonly string[] {
  const count = (one: string) => rows.reduce((sum, row) => sum + (row.classifiers[one] ?? 0), 0);
  const all = new Set(rows.flatMap(({ classifiers }) => Object.keys(classifiers)));
  return [...all].toSorted((a, b) => count(b) - count(a) || a.localeCompare(b));
}

export const totalOf = (
  rows: readonly FigureRow[],
  figure: 'contacts' | 'successes' | 'recalls',
): number => sumOf(Object.fromEntries(rows.map((row, n) => [n, row[figure]])));

/** The day of a moment, or so many days before it, on the clock of a zone: 2026-03-02. */
export function dayOf(at: Date, timeZone: string, before = 0): string {
  const DAY = 86_400_000;
  const format = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' });
  return format.format(new Date(at.getTime() - before * DAY));
}
