// Who works a campaign: the agents of the queue its calls or texts go to (CAM-28).
import type { Definitions } from '../../language/definitions.ts';
import { own } from '../../language/dictionary.ts';

/** User names; none when the campaign has no queue of its own. */
export function agentsOfCampaign(
  { campaigns, queues, groups }: Definitions,
  id: string,
): readonly string[] {
  const { outbound, sms } = own(campaigns, id)?.channels ?? {};
  const queue = own(queues, outbound?.queue ?? sms?.queue ?? '');
  return (queue?.groups ?? []).flatMap((group) => own(groups, group)?.agents ?? []);
}
