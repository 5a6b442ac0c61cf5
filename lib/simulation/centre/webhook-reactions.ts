// Which endpoints are told of an entry: the rules of the bus that feed the queue of webhooks.
import type { TaskInput } from '../../application/tasks/tasks.ts';
import type { EntryType } from '../../domain/model/journal.ts';
import { endpointsOf, isToldSingly, type WebhookEndpoint } from '../../domain/webhooks/endpoint.ts';
import type { Definitions } from '../../language/definitions.ts';

interface ToldEvent {
  readonly id: string;
  readonly campaign: string;
  readonly type: EntryType;
  readonly row?: number | undefined;
}

type ByEvent = ReadonlyMap<string, readonly WebhookEndpoint[]>;

/** Definitions change seldom, entries are written all the time. */
const known = new WeakMap<Definitions, ByEvent>();

export function webhooksTold(
  definitions: Definitions,
  { id: event, campaign, type, row }: ToldEvent,
): readonly TaskInput<'deliver-webhook'>[] {
  if (!isToldSingly({ type, row })) return [];
  const told = byEvent(definitions).get(keyOf(campaign, type)) ?? [];
  return told.map(({ webhook }) => ({ campaign, webhook, event }));
}

const keyOf = (campaign: string, type: EntryType): string => `${campaign} ${type}`;

function byEvent(definitions: Definitions): ByEvent {
  const found = known.get(definitions);
  if (found !== undefined) return found;
  const all = endpointsOf(definitions).flatMap((endpoint) =>
    endpoint.events.map((type) => [keyOf(endpoint.campaign, type), endpoint] as const),
  );
  const grouped = Map.groupBy(all, ([key]) => key);
  const made = new Map([...grouped].map(([key, pairs]) => [key, pairs.map(([, each]) => each)]));
  known.set(definitions, made);
  return made;
}
