// How typed keys become a stored value: where an entry ends, and what `*` wipes. Source:
// administrator guide, "Store customer input". Shared by the interpreter and by whoever plays the
// caller, so both agree when an entry is over.

import type { DigitRules } from './effects.ts';

export interface Entry {
  readonly digits: string;
  /**
   * No further key is taken: the terminator was typed or the entry is full. Otherwise a pause ends
   * it.
   */
  readonly ended: boolean;
}

export function readEntry(keys: string, rules: DigitRules): Entry {
  let digits = '';
  for (const key of keys) {
    digits = rules.starCancels && key === '*' ? '' : digits + key;
    if (rules.terminator !== undefined && digits.endsWith(rules.terminator)) {
      return { digits: digits.slice(0, -rules.terminator.length), ended: true };
    }
    if (digits.length === rules.longest) return { digits, ended: true };
  }
  return { digits, ended: false };
}
