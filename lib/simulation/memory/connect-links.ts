import type { ConnectLinks } from '../../application/ports/connect-links.ts';

export interface MemoryConnectLinks extends ConnectLinks {
  /** Number → flow. */
  readonly flows: ReadonlyMap<string, string>;
  /** Queue → its quick connects. */
  readonly quickConnects: ReadonlyMap<string, ReadonlySet<string>>;
}

export function memoryConnectLinks(): MemoryConnectLinks {
  const flows = new Map<string, string>();
  const quickConnects = new Map<string, Set<string>>();
  return {
    flows,
    quickConnects,
    async numberToFlow(number, flow) {
      flows.set(number, flow);
    },
    async releaseNumber(number) {
      flows.delete(number);
    },
    async addQuickConnects(queue, added) {
      quickConnects.set(queue, new Set([...(quickConnects.get(queue) ?? []), ...added]));
    },
    async removeQuickConnects(queue, removed) {
      for (const each of removed) quickConnects.get(queue)?.delete(each);
    },
  };
}
