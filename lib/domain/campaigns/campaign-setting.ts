// Everything the files say about one campaign's dialing, looked up once.
import type { Definitions } from '../../language/definitions.ts';
import type { Campaign, Outbound } from '../../language/schema/campaign.ts';
import type { Queue } from '../../language/schema/centre.ts';
import type { ContactCap } from '../../language/schema/contact-cap.ts';
import { type HoursInZone, hoursInZone } from '../contact-hours/calendar.ts';
import { type ContactSettings, contactSettings } from '../contact-hours/callee-hours.ts';
import { capsOf } from '../ledger/contact-caps.ts';
import type { PhaseTimes } from '../records/deadlines.ts';

export interface CampaignSetting {
  readonly campaign: Campaign;
  readonly outbound: Outbound;
  /** The queue whose agents take the calls (DIA-3). */
  readonly queue?: Queue & { readonly id: string };
  /** The centre's zone. */
  readonly zone: string;
  readonly recallHours?: HoursInZone;
  readonly queueHours?: HoursInZone;
  /** Where and when its people may be called (NEW-7). */
  readonly contact?: ContactSettings;
  /** How often its people may be contacted (NEW-7). */
  readonly caps: readonly ContactCap[];
  readonly times: PhaseTimes;
}

/** Definitions never change: what they come to for a campaign is worked out once. */
const known = new WeakMap<Definitions, Map<string, CampaignSetting | undefined>>();

/** undefined when there is no such campaign, or it places no calls. */
export function campaignSetting(definitions: Definitions, id: string): CampaignSetting | undefined {
  const settings = known.get(definitions) ?? new Map<string, CampaignSetting | undefined>();
  known.set(definitions, settings);
  if (!settings.has(id)) settings.set(id, settingOf(definitions, id));
  return settings.get(id);
}

function settingOf(definitions: Definitions, id: string): CampaignSetting | undefined {
  const { campaigns, queues, centre } = definitions;
  const campaign = campaigns[id];
  const outbound = campaign?.channels.outbound;
  if (campaign === undefined || outbound === undefined) return undefined;
  const queue = outbound.queue === undefined ? undefined : queues[outbound.queue];
  const recallHours = hoursNamed(definitions, outbound.recallHours);
  const queueHours = hoursNamed(definitions, queue?.hours);
  const contact = contactSettings(definitions, id);
  return {
    campaign,
    outbound,
    zone: centre.timeZone,
    queue: queue && outbound.queue !== undefined ? { ...queue, id: outbound.queue } : undefined,
    recallHours,
    queueHours,
    contact,
    caps: capsOf(definitions, id),
    times: {
      ringFor: outbound.ringFor,
      wrapUp: outbound.wrapUp,
      longestWait: outbound.longestWait ?? queue?.longestWait ?? 0,
    },
  };
}

/** Agents who get no further record are listed anew with every tick (CAM-6). */
export const keepsLists = ({ campaign, outbound }: CampaignSetting): boolean =>
  outbound.mode === 'preview' && campaign.unhandled !== undefined;

export function hoursNamed(
  { hours, centre }: Definitions,
  id: string | undefined,
): HoursInZone | undefined {
  const found = id === undefined ? undefined : hours[id];
  return found && hoursInZone(found, centre.timeZone);
}

/**
 * For an attempt whose campaign is no longer in the files: it is brought to its end without a rule.
 */
export const UNKNOWN_CAMPAIGN_TIMES: PhaseTimes = { ringFor: 60, wrapUp: 60, longestWait: 60 };
