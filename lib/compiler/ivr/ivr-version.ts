import { createHash } from 'node:crypto';
import type { Ivr } from '../../language/schema/ivr.ts';

/** Short hash of what the IVR says: the same content, the same version. */
export const ivrVersion = (ivr: Ivr): string =>
  createHash('sha256').update(JSON.stringify(ivr)).digest('hex').slice(0, 12);
