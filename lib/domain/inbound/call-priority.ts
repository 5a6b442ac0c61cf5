// The priority of a waiting call (PRI-3): of a customer's, from what its flow hands over, its
// record and the files; of the dialer's, from its record and the files.

import type { Definitions } from '../../language/definitions.ts';
import type { Campaign } from '../../language/schema/campaign.ts';
import type { FlowCall } from '../model/inbound-call.ts';
import type { CampaignRecord } from '../model/record.ts';
import { type Priority, priorityOf } from './priority.ts';

const PRIORITY_PREFIX = 'p_';

/** Of a call that the dialer places. */
export const dialedPriority = (
  { weight }: Pick<CampaignRecord, 'weight'>,
  { priority: campaign, channels }: Pick<Campaign, 'priority' | 'channels'>,
): Priority =>
  priorityOf({ campaign, channel: channels.outbound?.priority ?? 50, weight, blocks: {} });

export function callPriority(
  { campaign, attributes }: Pick<FlowCall, 'campaign' | 'attributes'>,
  record: CampaignRecord | undefined,
  { campaigns }: Definitions,
): Priority {
  const settings = campaigns[campaign];
  const blocks = Object.entries(attributes)
    .filter(([name]) => name.startsWith(PRIORITY_PREFIX))
    .map(([name, by]) => [name.slice(PRIORITY_PREFIX.length), Number(by) || 0]);
  return priorityOf({
    campaign: settings?.priority ?? 50,
    channel: settings?.channels.inbound?.priority ?? 50,
    weight: record?.weight ?? 0,
    blocks: Object.fromEntries(blocks),
  });
}
