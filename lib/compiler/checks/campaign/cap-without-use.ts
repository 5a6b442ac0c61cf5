import type { Definitions } from '../../../language/definitions.ts';
import { own } from '../../../language/dictionary.ts';
import type { Campaign } from '../../../language/schema/campaign.ts';
import type { Check } from '../check-facts.ts';

/** A campaign's own cap holds for a channel it begins contacts on (NEW-7). */
export const capWithoutUse: Check = function* ({ definitions, gaps, places }) {
  for (const [id, campaign] of Object.entries(definitions.campaigns)) {
    const rule = campaign.channels.outbound?.rule;
    if (!gaps.isWhole(['campaigns', id, 'channels'])) continue;
    if (rule !== undefined && !gaps.isWhole(['rules', rule, 'tiles'])) continue;
    const used = channelsOf(campaign, definitions);
    for (const [index, { channels }] of campaign.contactCaps.entries()) {
      if (channels === undefined || channels.some((channel) => used.has(channel))) continue;
      const at = places.valueAt(['campaigns', id, 'contactCaps', index, 'channels']);
      const message = `campaign '${id}' begins no contacts by ${channels.join(' or ')}, so this cap never holds`;
      yield { at, message };
    }
  }
};

function channelsOf({ channels: { outbound, sms } }: Campaign, { rules }: Definitions) {
  const used = new Set<string>();
  if (outbound !== undefined) used.add('voice');
  if (sms !== undefined) used.add('sms');
  for (const { kind } of Object.values(own(rules, outbound?.rule ?? '')?.tiles ?? {})) {
    if (kind === 'send-sms') used.add('sms');
    if (kind === 'send-email') used.add('email');
  }
  return used;
}
