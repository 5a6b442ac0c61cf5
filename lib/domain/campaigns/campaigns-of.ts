// The campaigns whose contacts the agents of a group get, on any channel.
import type { Definitions } from '../../language/definitions.ts';
import type { Campaign } from '../../language/schema/campaign.ts';
import { workingGroups } from './handling.ts';

export function campaignsOf(
  definitions: Pick<Definitions, 'queues' | 'ivrs' | 'campaigns'>,
  group: string,
): readonly { readonly id: string; readonly campaign: Campaign }[] {
  return Object.entries(definitions.campaigns)
    .filter(([, campaign]) => workingGroups(definitions, campaign).includes(group))
    .map(([id, campaign]) => ({ id, campaign }));
}
