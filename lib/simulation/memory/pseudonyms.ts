// Pseudonyms with a key everybody knows: the same run, the same ids.
import type { Pseudonyms } from '../../application/ports/pseudonyms.ts';
import { pseudonymsOf } from '../../domain/records/pseudonyms.ts';

/** @param former keys before it, newest first */
export function memoryPseudonyms(
  key = 'the key of every simulation',
  ...former: readonly string[]
): Pseudonyms {
  return { of: async (text) => pseudonymsOf([key, ...former], text) };
}
