// What the gates see of a campaign's files, gathered once for the dialer, the placing of a call and
// `ringback why`, so that all three decide by the same facts.
import type { CampaignSetting } from '../campaigns/campaign-setting.ts';
import type { CampaignState } from '../campaigns/campaign-state.ts';
import type { ContactPage } from '../ledger/contact-caps.ts';
import type { Standing } from '../ledger/ledger.ts';
import type { Instant } from '../model/instant.ts';
import type { CampaignRecord } from '../model/record.ts';
import type { GateFacts } from './gates.ts';

/** The parts of a campaign's setting that gates depend on. */
export type GateSetting = Pick<
  CampaignSetting,
  'campaign' | 'zone' | 'recallHours' | 'queueHours' | 'contact' | 'caps'
>;

/** Kept of the person apart from the record; gates that need what is missing are left out. */
export interface KnownOfPerson {
  /** Of the number they would be contacted on. */
  readonly standing?: Standing | undefined;
  readonly contacted?: ReadonlyMap<string, ContactPage> | undefined;
}

/**
 * @param setting undefined for a campaign that has left the files: its switch alone decides
 */
export function gateFacts(
  record: CampaignRecord,
  setting: GateSetting | undefined,
  { state }: Pick<CampaignState, 'state'>,
  now: Instant,
  { standing, contacted }: KnownOfPerson = {},
): GateFacts {
  const { outbound, sms } = setting?.campaign.channels ?? {};
  // a campaign contacts its records on one channel
  const isTexting = outbound === undefined && sms !== undefined;
  return {
    record,
    campaignSwitch: state,
    placesCalls: setting && (outbound !== undefined || isTexting),
    channel: isTexting ? 'sms' : 'voice',
    purpose: setting?.campaign.purpose,
    standing,
    contacted,
    caps: setting?.caps,
    zone: setting?.zone ?? 'UTC',
    now,
    recallHours: setting?.recallHours,
    queueHours: setting?.queueHours,
    contact: setting?.contact,
    lastDate: setting?.campaign.lastDate,
    redialInterval: outbound?.minimumRedialInterval,
  };
}
