import type { Instant } from '../../domain/model/instant.ts';

/** How many requests a caller has made in a window of time. */
export interface CallerRates {
  /**
   * Counts one more. @param window its beginning @returns how many it is by now, this one included
   */
  count(caller: string, window: Instant): Promise<number>;
}
