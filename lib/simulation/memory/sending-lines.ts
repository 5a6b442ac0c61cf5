// The lines messages wait in, in memory.

import type { SendingLines } from '../../application/ports/sending-lines.ts';
import { giveTurn, spacing } from '../../domain/messaging/sending-pace.ts';

export function memorySendingLines(): SendingLines {
  const lines = new Map<string, number>();
  return {
    async turn(line, units, now) {
      const { at, freeAt } = giveTurn(lines.get(line.id), now, spacing(line, units));
      lines.set(line.id, freeAt);
      return at;
    },
  };
}
