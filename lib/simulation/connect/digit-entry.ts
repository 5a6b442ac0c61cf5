// How typed keys become a stored value: where an entry ends, and what `*` wipes. Source:
// administrator guide, "Store customer input". Keys after the end are lost, because our flows leave
// the touch-tone buffer off (docs/service-notes.md).

import type { DigitRules } from './effects.ts';

/**
 * @returns what is stored: the keys up to the terminator, to the full length, or to the pause after
 *   the last
 */
export function readEntry(keys: string, rules: DigitRules): string {
  let digits = '';
  for (const key of keys) {
    digits = rules.starCancels && key === '*' ? '' : digits + key;
    if (rules.terminator !== undefined && digits.endsWith(rules.terminator)) {
      return digits.slice(0, -rules.terminator.length);
    }
    if (digits.length === rules.longest) return digits;
  }
  return digits;
}
