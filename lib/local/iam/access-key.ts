// Access keys are drawn for every run. The gateway does not verify signatures, so whoever knows a
// key acts under it: a key that could be guessed would let any web page that the user opens give
// orders to the run.
import { randomBytes } from 'node:crypto';

/** @param holder who uses the key; letters, digits and `.` only, for people who read a log */
export function drawAccessKey(holder: string): string {
  return `${holder}-${randomBytes(16).toString('base64url')}`;
}
