// Messages that an earlier version left unlisted: in memory there was none.

import type { OlderOrders, OlderPart } from '../../application/ports/older-orders.ts';

/** @param parts in order */
export function memoryOlderOrders(parts: readonly OlderPart[] = []): OlderOrders {
  const passed = new Set<OlderPart>();
  return {
    part: async () => parts.find((part) => !passed.has(part)),
    pass: async (part) => void passed.add(part),
  };
}
