// What the files say about one campaign's text messages, looked up once.
import type { Definitions } from '../../language/definitions.ts';
import { own } from '../../language/dictionary.ts';
import type { Campaign } from '../../language/schema/campaign.ts';
import type { Queue } from '../../language/schema/centre.ts';
import type { ContactCap } from '../../language/schema/contact-cap.ts';
import type { Sms } from '../../language/schema/text-channel.ts';
import { type ContactSettings, contactSettings } from '../contact-hours/callee-hours.ts';
import { capsOf } from '../ledger/contact-caps.ts';

export interface TextSetting {
  readonly campaign: Campaign;
  readonly sms: Sms;
  /** Whose agents read replies (SMS-1). */
  readonly queue?: Queue | undefined;
  /** The centre's zone. */
  readonly zone: string;
  /** Where and when its people may be contacted (NEW-7). */
  readonly contact?: ContactSettings | undefined;
  /** How often its people may be contacted (NEW-7). */
  readonly caps: readonly ContactCap[];
}

const known = new WeakMap<Definitions, Map<string, TextSetting | undefined>>();

/** undefined when there is no such campaign, or it has no SMS channel. */
export function textSetting(definitions: Definitions, id: string): TextSetting | undefined {
  const settings = known.get(definitions) ?? new Map<string, TextSetting | undefined>();
  known.set(definitions, settings);
  if (!settings.has(id)) settings.set(id, settingOf(definitions, id));
  return settings.get(id);
}

function settingOf(definitions: Definitions, id: string): TextSetting | undefined {
  const campaign = own(definitions.campaigns, id);
  const sms = campaign?.channels.sms;
  if (campaign === undefined || sms === undefined) return undefined;
  return {
    campaign,
    sms,
    queue: definitions.queues[sms.queue],
    zone: definitions.centre.timeZone,
    contact: contactSettings(definitions, id),
    caps: capsOf(definitions, id),
  };
}

/** Campaigns with the SMS channel; who comes first when the account's rate is short (CAM-12). */
export function textCampaigns({ campaigns }: Definitions): readonly string[] {
  return Object.entries(campaigns)
    .filter(([, { channels }]) => channels.sms !== undefined)
    .toSorted(([a, one], [b, other]) => other.priority - one.priority || (a < b ? -1 : 1))
    .map(([id]) => id);
}

/** Whether the sender is a number, which alone can receive (SMS-3). */
export const isNumber = (sender: string): boolean => sender === 'random' || sender.startsWith('+');

/** The campaigns that replies to that number of the centre may belong to. */
export function repliesTo(definitions: Definitions, number: string): readonly string[] {
  const { numbers } = definitions.centre.sms;
  return textCampaigns(definitions).filter((id) => {
    const { from = '', receiveReplies = true } = definitions.campaigns[id]?.channels.sms ?? {};
    return receiveReplies && (from === number || (from === 'random' && numbers.includes(number)));
  });
}
