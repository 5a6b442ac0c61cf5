// One row of the tables of diagnostic codes.

export interface CodeEntry {
  readonly severity: 'error' | 'warning';
  readonly meaning: string;
  /** A line or two that provoke it. */
  readonly example: string;
  /** What to do, as an instruction; used when a diagnostic brings none of its own. */
  readonly remedy: string;
}

export const error = (meaning: string, example: string, remedy: string): CodeEntry => ({
  severity: 'error',
  meaning,
  example,
  remedy,
});

export const warning = (meaning: string, example: string, remedy: string): CodeEntry => ({
  severity: 'warning',
  meaning,
  example,
  remedy,
});
