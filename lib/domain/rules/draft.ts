import type { HoursInZone } from '../contact-hours/calendar.ts';
import type { ContactSettings } from '../contact-hours/callee-hours.ts';
import type { Attempt } from '../model/attempt.ts';
import type { RecordEntry } from '../model/journal.ts';
import type { Message } from '../model/message.ts';
import type { CampaignRecord } from '../model/record.ts';

/** A record on its way through the actions. */
export interface Underway {
  readonly record: CampaignRecord;
  readonly attempt: Attempt;
  readonly messages: readonly Message[];
  readonly entries: readonly RecordEntry[];
}

/** What of the definitions the actions depend on. */
export interface RuleSetting {
  readonly zone: string;
  readonly lastDate?: string;
  readonly recallHours?: HoursInZone;
  readonly contact?: ContactSettings;
  /** Own numbers a text message may be sent from. */
  readonly smsNumbers: readonly string[];
}
