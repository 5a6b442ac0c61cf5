// Tells pages that something they show has changed: all that a batch of the journal brings, or of
// agents who come and go, in one word to each. While nobody watches, that is one small read every
// five minutes.
import { changesIn, noticeFor } from '../../domain/live/changes.ts';
import type { Watcher } from '../../domain/live/watch.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';

/** ms in which a connection may still be on its way to be one: the gateway calls it gone then. */
const COMING = 10_000;

export const pushChanges: UseCase<'push-changes', PortsOf<'push-changes'>> = async (
  { lines, agents },
  { clock, watchers, announcer },
) => {
  const now = clock.now();
  const present = await watchers.all(now);
  if (present.length === 0) return { told: 0, gone: 0 };
  const changes = { campaigns: changesIn(lines), agents };
  const tell = async ({ connection, since, watch }: Watcher) => {
    const notice = noticeFor(changes, watch);
    if (notice === undefined) return 'spared';
    const outcome = await announcer.tell(connection, JSON.stringify(notice));
    if (outcome === 'gone' && now - since > COMING) await watchers.leave(connection);
    return outcome;
  };
  const outcomes = await Promise.all(present.map(tell));
  const count = (wanted: string) => outcomes.filter((outcome) => outcome === wanted).length;
  return { told: count('told'), gone: count('gone') };
};
