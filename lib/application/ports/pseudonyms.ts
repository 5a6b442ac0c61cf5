/**
 * What stands for a number or an address where none may lie: in ids, in look-up keys, in the locks
 * of numbers. A hash with a key of the deployment, so that nobody finds the number by trying.
 */
export interface Pseudonyms {
  /** The pseudonym of today, then those it had under former keys and before there were keys. */
  of(text: string): Promise<readonly [string, ...string[]]>;
}
