// Received e-mails in memory.
import type { Mails } from '../../application/ports/mails.ts';

export interface MemoryMails extends Mails {
  /** What SES stores. */
  put(key: string, raw: Uint8Array): void;
  readonly size: number;
}

export function memoryMails(): MemoryMails {
  const stored = new Map<string, Uint8Array>();
  return {
    put: (key, raw) => void stored.set(key, raw),
    get size() {
      return stored.size;
    },
    read: async (key, most) => stored.get(key)?.subarray(0, most),
    async erase(key) {
      stored.delete(key);
    },
  };
}
