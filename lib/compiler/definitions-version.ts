import { createHash } from 'node:crypto';
import type { Definitions } from '../language/definitions.ts';

/** Short hash of all that the files say: the same content, the same version. */
export const definitionsVersion = (definitions: Definitions): string =>
  createHash('sha256').update(JSON.stringify(definitions)).digest('hex').slice(0, 12);
