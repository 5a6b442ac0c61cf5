// Telephone numbers are few enough to try them all, so a plain hash of one hides nothing: a key has
// to go into it that only the deployment knows (HMAC, RFC 2104).
import { createHash, createHmac } from 'node:crypto';

/** @param keys newest first; the hash without a key, as state from before has it, comes last */
export function pseudonymsOf(
  [newest, ...former]: readonly [string, ...string[]],
  text: string,
): readonly [string, ...string[]] {
  const keyed = (key: string) => createHmac('sha256', key).update(text).digest('hex');
  const plain = createHash('sha256').update(text).digest('hex');
  return [keyed(newest), ...former.map(keyed), plain];
}
