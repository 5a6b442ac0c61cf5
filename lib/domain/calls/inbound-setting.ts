// Everything the files say about one campaign's inbound calls, looked up once.
import type { Definitions } from '../../language/definitions.ts';
import type { Campaign } from '../../language/schema/campaign.ts';
import type { Inbound } from '../../language/schema/inbound.ts';
import type { Block, BlockKind, BlockOf } from '../../language/schema/ivr.ts';
import { hoursNamed } from '../campaigns/campaign-setting.ts';
import type { HoursInZone } from '../contact-hours/calendar.ts';
import { type ContactSettings, contactSettings } from '../contact-hours/callee-hours.ts';
import type { PhaseTimes } from '../records/deadlines.ts';

/** What a call back needs of the campaign (INB-13). */
export interface CallBackSetting {
  readonly callBack: Inbound['callBack'];
  /** Without an outbound channel nothing would ever be dialed. */
  readonly placesCalls: boolean;
  readonly recallHours?: HoursInZone;
  /** Where and when its people may be called (NEW-7). */
  readonly contact?: ContactSettings;
  readonly lastDate?: string;
  readonly zone: string;
}

export interface InboundSetting {
  readonly campaign: Campaign;
  readonly inbound: Inbound;
  /** Country of numbers written without one (CAM-26). */
  readonly country: string;
  readonly callBack: CallBackSetting;
  readonly times: PhaseTimes;
}

/**
 * Seconds between looks at a caller in the IVR or in a queue: Connect is asked whether the call
 * goes on.
 */
const CALLER_WAITS = 3600;

/** undefined when there is no such campaign, or nobody can call it. */
export function inboundSetting(definitions: Definitions, id: string): InboundSetting | undefined {
  const { campaigns, centre } = definitions;
  const campaign = campaigns[id];
  const inbound = campaign?.channels.inbound;
  if (campaign === undefined || inbound === undefined) return undefined;
  const { outbound } = campaign.channels;
  const recallHours = hoursNamed(definitions, outbound?.recallHours);
  const contact = contactSettings(definitions, id);
  return {
    campaign,
    inbound,
    country: campaign.country ?? centre.country,
    callBack: {
      callBack: inbound.callBack,
      placesCalls: outbound !== undefined,
      zone: centre.timeZone,
      recallHours,
      contact,
      lastDate: campaign.lastDate,
    },
    times: { ringFor: CALLER_WAITS, longestWait: CALLER_WAITS, wrapUp: inbound.wrapUp },
  };
}

/**
 * A block of the IVR, when it is there and of that kind: a flow may be older than the definitions.
 */
export function blockOf<K extends BlockKind>(
  { ivrs }: Definitions,
  ivr: string,
  id: string,
  ...kinds: readonly K[]
): BlockOf<K> | undefined {
  const block: Block | undefined = ivrs[ivr]?.blocks[id];
  const fits = block !== undefined && (kinds as readonly BlockKind[]).includes(block.kind);
  return fits ? (block as BlockOf<K>) : undefined;
}
