// Asking for the line of an endpoint to be worked, and switching it off. A state is changed like a
// record: by whoever read it last; who comes too late decides anew.
import { campaignId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { EntryOf } from '../../domain/model/journal.ts';
import { type EndpointRef, endpointKey } from '../../domain/webhooks/endpoint.ts';
import { type EndpointState, isAwoken, wakeFor } from '../../domain/webhooks/endpoint-state.ts';
import type { Ports } from '../ports/ports.ts';
import { untilCommitted } from '../until-committed.ts';

type Needs = Pick<Ports, 'clock' | 'webhooks' | 'webhookQueue'>;

/**
 * Changes the state as it is by then; undefined leaves it. Tells how it is afterwards.
 * @param known as it was a moment ago: tried first; that nothing is to be changed is not taken
 * from it
 */
export function changeState(
  endpoint: EndpointRef,
  change: (state: EndpointState) => EndpointState | undefined,
  { webhooks }: Pick<Ports, 'webhooks'>,
  known?: EndpointState,
): Promise<EndpointState> {
  let first = known;
  return untilCommitted(`webhook ${endpointKey(endpoint)}`, async () => {
    if (first !== undefined && change(first) === undefined) first = undefined;
    const before = first ?? (await webhooks.state(endpoint));
    first = undefined;
    const wanted = change(before);
    if (wanted === undefined) return before;
    const after = { ...wanted, version: before.version + 1 };
    return (await webhooks.changeState(endpoint, before, after)) ? after : 'conflict';
  });
}

/** Sees to it that somebody works the line at that moment, or earlier. */
export async function awaken(
  endpoint: EndpointRef,
  wanted: Instant,
  ports: Needs,
  change: (state: EndpointState) => EndpointState = (state) => state,
  known?: EndpointState,
): Promise<void> {
  const now = ports.clock.now();
  const at = wakeFor(wanted, now);
  let asks = false;
  await changeState(
    endpoint,
    (state) => {
      const changed = change(state);
      asks = !isAwoken(state, at, now) && changed.disabled === undefined;
      if (asks) return { ...changed, wakeAt: at };
      return changed === state ? undefined : changed;
    },
    ports,
    known,
  );
  if (asks) await ports.webhookQueue.wake(endpoint, at, now);
}

/** The journal gets what the state says, so that supervisors are told; once. */
export async function tellDisabled(
  endpoint: EndpointRef,
  { disabled }: EndpointState,
  ports: Pick<Ports, 'campaigns' | 'webhooks'>,
): Promise<void> {
  if (disabled === undefined || disabled.told) return;
  const { at, because, since } = disabled;
  const { webhook } = endpoint;
  await journalWebhook(endpoint, { type: 'webhook.disabled', at, webhook, because, since }, ports);
  const told = { ...disabled, told: true };
  const isThat = (state: EndpointState) => state.disabled?.at === at;
  await changeState(
    endpoint,
    (state) => (isThat(state) ? { ...state, disabled: told } : undefined),
    ports,
  );
}

export function journalWebhook(
  { campaign }: EndpointRef,
  entry: EntryOf<'webhook.disabled'> | EntryOf<'webhook.enabled'>,
  { campaigns }: Pick<Ports, 'campaigns'>,
): Promise<true> {
  const id = campaignId(campaign);
  return untilCommitted(`campaign ${id}`, async () => {
    const before = await campaigns.load(id);
    const after = { ...before, version: before.version + 1 };
    const committed = await campaigns.commit(before, after, [entry]);
    return committed === 'committed' ? true : 'conflict';
  });
}
