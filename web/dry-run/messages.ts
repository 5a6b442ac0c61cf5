// What the console tells a dry run to do, and what it hears from it. Plain data: it goes into a
// thread of the browser and back.
import type { DryRunOutcome, DryRunProgress } from '../../lib/simulation/dry-run/dry-run.ts';
import type { Variation } from '../../lib/simulation/dry-run/vary.ts';

export type { DryRunProgress } from '../../lib/simulation/dry-run/dry-run.ts';
export type {
  CentreFigures,
  HourFigures,
} from '../../lib/simulation/dry-run/figures.ts';

export interface DryRunOrder {
  /** As the API tells them (`readDefinitions`). */
  readonly definitions: unknown;
  /** Of carriers, as the API tells them. */
  readonly prices?: unknown;
  readonly campaign: string;
  /** A file of contacts. */
  readonly list: Uint8Array;
  /** Of a list that the console has written; missing for a file that is read as any other. */
  readonly columns?: OurColumns;
  /** Local moment, such as 2026-03-02T08:00. */
  readonly from: string;
  readonly days: number;
  readonly seed: string;
  /** The agents of the campaign when missing. */
  readonly agents?: number;
  /** Chance that a person answers, 0 to 1; that of the trade when missing. */
  readonly answer?: number;
  readonly change: Variation;
}

export type DryRunMessage =
  | { readonly kind: 'progress'; readonly progress: DryRunProgress }
  | { readonly kind: 'ended'; readonly outcome: DryRunOutcome }
  /** The settings make no sense together. */
  | { readonly kind: 'impossible'; readonly because: string };

/**
 * Columns of a list that the console writes, told with the order: the campaign's own headings may
 * be anything.
 */
export interface OurColumns {
  readonly phones: readonly string[];
  readonly email: string;
  readonly weight: string;
  /** Headings by the ids of fields. */
  readonly fields: Readonly<Record<string, string>>;
}
