// Recordings and callers' messages in memory.

import type { Recordings } from '../../application/ports/recordings.ts';
import type { Voicemails } from '../../application/ports/voicemails.ts';
import { Fault } from '../../application/tasks/faults.ts';
import type { Instant } from '../../domain/model/instant.ts';

/** Messages lie with the recordings. */
export interface MemoryRecordings extends Recordings, Voicemails {
  /** What Connect recorded. @param begunAt when, if Connect says */
  put(key: string, wav: Uint8Array, begunAt?: Instant): void;
  kept(key: string): Uint8Array | undefined;
}

/** @param most files that are kept; the oldest go first */
export function memoryRecordings(most = Number.POSITIVE_INFINITY): MemoryRecordings {
  const files = new Map<string, Uint8Array>();
  const store = (key: string, wav: Uint8Array): void => {
    files.set(key, wav);
    const [oldest] = files.keys();
    if (files.size <= most || oldest === undefined) return;
    files.delete(oldest);
    begun.delete(oldest);
  };
  const begun = new Map<string, Instant>();
  return {
    put(key, wav, begunAt) {
      store(key, wav);
      if (begunAt !== undefined) begun.set(key, begunAt);
    },
    kept: (key) => files.get(key),
    async read(key) {
      const file = files.get(key);
      if (file === undefined) throw new Fault('NotFound', `no recording '${key}'`);
      return file;
    },
    begunAt: async (_contact, key) => begun.get(key),
    async keep(key, wav) {
      store(key, wav);
    },
    async erase(key) {
      files.delete(key);
    },
  };
}
