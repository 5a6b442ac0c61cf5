// Notes what connected pages are told.
import type { Announcer } from '../../application/ports/announcer.ts';

export interface MemoryAnnouncer extends Announcer {
  readonly told: readonly { readonly connection: string; readonly text: string }[];
  /** Nobody is at that connection any more. */
  lose(connection: string): void;
}

export function memoryAnnouncer(): MemoryAnnouncer {
  const told: { connection: string; text: string }[] = [];
  const gone = new Set<string>();
  return {
    told,
    lose: (connection) => void gone.add(connection),
    async tell(connection, text) {
      if (gone.has(connection)) return 'gone';
      told.push({ connection, text });
      return 'told';
    },
  };
}
