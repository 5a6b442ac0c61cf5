// How many webhooks an entry is told to: what the rules of the bus let through to their queue, and
// what comes of it.
import type { EntryType } from '../../domain/model/journal.ts';
import { endpointsOf, isToldSingly } from '../../domain/webhooks/endpoint.ts';
import type { Definitions } from '../../language/definitions.ts';

interface ToldEvent {
  readonly campaign: string;
  readonly type: EntryType;
  readonly row?: number | undefined;
  readonly copy?: string | undefined;
}

/** Definitions change seldom, entries are written all the time. */
const known = new WeakMap<Definitions, ReadonlyMap<string, number>>();

export function webhooksTold(
  definitions: Definitions,
  { campaign, type, row, copy }: ToldEvent,
): number {
  if (!isToldSingly({ type, row, copy })) return 0;
  return byEvent(definitions).get(keyOf(campaign, type)) ?? 0;
}

const keyOf = (campaign: string, type: EntryType): string => `${campaign} ${type}`;

function byEvent(definitions: Definitions): ReadonlyMap<string, number> {
  const found = known.get(definitions);
  if (found !== undefined) return found;
  const made = new Map<string, number>();
  for (const { campaign, events } of endpointsOf(definitions)) {
    for (const type of events) {
      const key = keyOf(campaign, type);
      made.set(key, (made.get(key) ?? 0) + 1);
    }
  }
  known.set(definitions, made);
  return made;
}
