// What the files say about conversations with the people of a campaign, by text or by e-mail.
import type { Definitions } from '../../language/definitions.ts';
import { own } from '../../language/dictionary.ts';
import type { Campaign } from '../../language/schema/campaign.ts';
import type { Queue } from '../../language/schema/centre.ts';
import type { Channel } from '../model/channel.ts';

/** Channels on which people write to us. */
const WRITTEN = ['sms', 'email'] as const;
export type WrittenChannel = (typeof WRITTEN)[number];

export interface ConversationSetting {
  readonly campaign: Campaign;
  readonly channel: WrittenChannel;
  /** Whose agents read what people write. */
  readonly queue: Queue | undefined;
  readonly queueId: string;
  /** A new conversation is announced as a call is (CAM-21). */
  readonly rings: boolean;
  /** As many as an agent may have at a time (PRI-2). */
  readonly most: number | undefined;
  /** Seconds to answer and classify. */
  readonly wrapUp: number;
  /** Answers are sent in plain letters. */
  readonly transliterate: boolean;
}

/** undefined when there is no such campaign, or it has no such channel. */
export function conversationSetting(
  { campaigns, queues }: Pick<Definitions, 'campaigns' | 'queues'>,
  id: string,
  channel: Channel,
): ConversationSetting | undefined {
  const campaign = own(campaigns, id);
  if (campaign === undefined || channel === 'voice') return undefined;
  const { sms } = campaign.channels;
  const settings = campaign.channels[channel];
  if (settings === undefined) return undefined;
  const { queue, rings, wrapUp, conversationsPerAgent: most } = settings;
  return {
    ...{ campaign, channel, queue: queues[queue], queueId: queue, rings, most, wrapUp },
    transliterate: channel === 'sms' && sms?.transliterate === true,
  };
}

/** Of the campaign, those of channels it has. */
export const conversationsOf = (
  definitions: Pick<Definitions, 'campaigns' | 'queues'>,
  campaign: string,
): readonly ConversationSetting[] =>
  WRITTEN.flatMap((channel) => conversationSetting(definitions, campaign, channel) ?? []);

/** Campaigns whose people write to us, in whatever way. */
export const conversationCampaigns = (
  definitions: Pick<Definitions, 'campaigns' | 'queues'>,
): readonly string[] =>
  Object.keys(definitions.campaigns).filter((id) => conversationsOf(definitions, id).length > 0);
