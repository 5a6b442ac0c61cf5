// Which call script is shown with a call: that of the campaign's channel, else that of the queue
// (DIA-5, INB-2).
import type { Definitions } from '../../language/definitions.ts';
import { own } from '../../language/dictionary.ts';
import type { Script } from '../../language/schema/script.ts';
import type { Attempt } from '../model/attempt.ts';

export interface ShownScript {
  readonly id: string;
  readonly script: Script;
}

type Shown = Pick<Attempt, 'campaign' | 'channel' | 'direction' | 'inbound'>;

/** Undefined where there is none, as with text messages. */
export function scriptFor(
  { campaigns, queues, scripts }: Definitions,
  { campaign, channel, direction, inbound }: Shown,
): ShownScript | undefined {
  const channels = own(campaigns, campaign)?.channels;
  if (channels === undefined || channel !== 'voice') return undefined;
  const calls = channels.outbound;
  const [named, queue] =
    direction === 'inbound'
      ? [channels.inbound?.script, inbound?.waiting?.queue]
      : [calls?.script, calls?.queue];
  const id = named ?? own(queues, queue ?? '')?.script;
  const script = own(scripts, id ?? '');
  return id === undefined || script === undefined ? undefined : { id, script };
}

/** Queues that callers of an IVR may wait in. */
export const queuesOfIvr = (
  { ivrs }: Pick<Definitions, 'ivrs'>,
  ivr: string,
): readonly string[] => [
  ...new Set(
    Object.values(own(ivrs, ivr)?.blocks ?? {}).flatMap((block) =>
      block.kind === 'queue' ? [block.queue] : [],
    ),
  ),
];

/** Every script that calls of the campaign may show. */
export function scriptsOf(definitions: Definitions, campaign: string): readonly Script[] {
  const { outbound, inbound } = own(definitions.campaigns, campaign)?.channels ?? {};
  const ofQueue = (queue: string) => own(definitions.queues, queue)?.script;
  const ids = [
    outbound && (outbound.script ?? ofQueue(outbound.queue ?? '')),
    ...(inbound?.script === undefined
      ? queuesOfIvr(definitions, inbound?.ivr ?? '').map(ofQueue)
      : [inbound.script]),
  ];
  return [...new Set(ids)].flatMap((id) => own(definitions.scripts, id ?? '') ?? []);
}
