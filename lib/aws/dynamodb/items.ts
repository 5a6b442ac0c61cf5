/** A stored item; what its other attributes hold is known where it was written. */
export type Item = Key & Readonly<Record<string, unknown>>;

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Before the given try, counted from 1. */
export type RetryPause = (tries: number) => Promise<unknown>;
