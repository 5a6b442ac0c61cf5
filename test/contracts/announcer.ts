// What every announcer promises (lib/application/ports/announcer.ts).
import { describe, expect, it } from 'vitest';
import type { Announcer } from '../../lib/application/ports/announcer.ts';

interface Announced {
  readonly announcer: Announcer;
  /** Somebody is there. */
  readonly here: string;
  /** Somebody was. */
  readonly gone: string;
  readonly heard: () => readonly string[];
}

export function announcerContract(name: string, make: () => Promise<Announced>): void {
  describe(`announcer: ${name}`, () => {
    it('tells whoever is there', async () => {
      const { announcer, here, heard } = await make();

      expect(await announcer.tell(here, '{"changed":[]}')).toBe('told');
      expect(heard()).toEqual(['{"changed":[]}']);
    });

    it('says who has gone', async () => {
      const { announcer, gone, heard } = await make();

      expect(await announcer.tell(gone, '{}')).toBe('gone');
      expect(heard()).toEqual([]);
    });
  });
}
