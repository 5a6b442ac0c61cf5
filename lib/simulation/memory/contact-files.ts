// Uploaded files and reports in memory.

import type { ContactFiles } from '../../application/ports/contact-files.ts';
import { Fault } from '../../application/tasks/faults.ts';

export interface MemoryContactFiles extends ContactFiles {
  put(key: string, content: Uint8Array | string): void;
  /** A stored file as text. */
  text(key: string): string | undefined;
}

const CHUNK = 65_536;

export function memoryContactFiles(): MemoryContactFiles {
  const files = new Map<string, Uint8Array>();
  return {
    put(key, content) {
      files.set(key, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    },
    text(key) {
      const bytes = files.get(key);
      return bytes && new TextDecoder().decode(bytes);
    },
    async *read(key) {
      const bytes = files.get(key);
      if (!bytes) throw new Fault('NotFound', `no file '${key}'`);
      for (let from = 0; from < bytes.length; from += CHUNK) {
        yield bytes.subarray(from, from + CHUNK);
      }
    },
    async write(key, text) {
      const parts: string[] = [];
      for await (const part of text) parts.push(part);
      files.set(key, new TextEncoder().encode(parts.join('')));
      return key;
    },
  };
}
