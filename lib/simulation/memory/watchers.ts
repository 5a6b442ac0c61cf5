// Tickets and connections in memory; nobody has to be kept from guessing one.
import type { Admissions, Watchers } from '../../application/ports/watchers.ts';
import { TICKET_LIVES, type Watch, type Watcher } from '../../domain/live/watch.ts';

export function memoryWatchers(): Watchers & Admissions {
  const tickets = new Map<string, { readonly watch: Watch; readonly until: number }>();
  const present = new Map<string, Watcher>();
  let drawn = 0;
  return {
    async admit(watch, now) {
      const ticket = `ticket-${++drawn}`;
      tickets.set(ticket, { watch, until: now + TICKET_LIVES });
      return ticket;
    },
    async take(ticket, now) {
      const found = tickets.get(ticket);
      tickets.delete(ticket);
      return found !== undefined && found.until > now ? found.watch : undefined;
    },
    async join(watcher) {
      present.set(watcher.connection, watcher);
    },
    async leave(connection) {
      present.delete(connection);
    },
    all: async () => [...present.values()],
  };
}
