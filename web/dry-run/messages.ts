// What the console tells a dry run to do, and what it hears from it. Plain data: it goes into a
// thread of the browser and back.
import type { DryRunOutcome, DryRunProgress } from '../../lib/simulation/dry-run/dry-run.ts';
import type { Variation } from '../../lib/simulation/dry-run/vary.ts';

export type { DryRunProgress } from '../../lib/simulation/dry-run/dry-run.ts';
export type {
  CampaignFigures,
  CentreFigures,
  DayFigures,
  HourFigures,
} from '../../lib/simulation/dry-run/figures.ts';

export interface DryRunOrder {
  /** As the API tells them (`readDefinitions`). */
  readonly definitions: unknown;
  readonly campaign: string;
  /** A file of contacts. */
  readonly list: Uint8Array;
  /** Its headings are fields of the campaign, as `listOf` in the console writes them. */
  readonly isOurs: boolean;
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

/** Columns of a list that the console writes: numbers first, then fields by their ids. */
export const COLUMN = {
  phone: (n: number): string => `ringback phone ${n + 1}`,
  email: 'ringback email',
  weight: 'ringback weight',
  field: (id: string): string => `ringback field ${id}`,
} as const;

/** Numbers of a person that a list holds. */
export const PHONES = 3;
