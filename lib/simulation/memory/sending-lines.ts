// The lines messages wait in, in memory.

import type { SendingLines } from '../../application/ports/sending-lines.ts';
import { giveTurn, type LinePassing, spacing } from '../../domain/messaging/sending-pace.ts';
import type { Instant } from '../../domain/model/instant.ts';

export interface MemorySendingLines extends SendingLines {
  /** All of them, or none where somebody waits in one. */
  pass(passings: readonly LinePassing[], now: Instant): boolean;
}

export function memorySendingLines(): MemorySendingLines {
  const lines = new Map<string, number>();
  const seemFree = (passings: readonly LinePassing[], now: Instant) =>
    passings.every(({ line }) => (lines.get(line.id) ?? now) <= now);
  return {
    async turn(line, units, now) {
      const { at, freeAt } = giveTurn(lines.get(line.id), now, spacing(line, units));
      lines.set(line.id, freeAt);
      return at;
    },
    seemFree,
    passed() {},
    pass(passings, now) {
      if (!seemFree(passings, now)) return false;
      for (const { line, units } of passings) lines.set(line.id, now + spacing(line, units));
      return true;
    },
  };
}
