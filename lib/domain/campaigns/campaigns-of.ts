// The campaigns whose contacts the agents of a group get, on any channel.
import type { Definitions } from '../../language/definitions.ts';
import type { Campaign } from '../../language/schema/campaign.ts';
import { groupsOf } from './handling.ts';

export function campaignsOf(
  definitions: Pick<Definitions, 'queues' | 'ivrs' | 'campaigns'>,
  group: string,
): readonly { readonly id: string; readonly campaign: Campaign }[] {
  const { campaigns, queues } = definitions;
  return Object.entries(campaigns)
    .filter(([, campaign]) => {
      const texts = queues[campaign.channels.sms?.queue ?? '']?.groups ?? [];
      return groupsOf(definitions, campaign).includes(group) || texts.includes(group);
    })
    .map(([id, campaign]) => ({ id, campaign }));
}
