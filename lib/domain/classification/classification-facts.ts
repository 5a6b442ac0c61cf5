// What a classification is decided by.
import type { Campaign } from '../../language/schema/campaign.ts';
import type { HoursInZone } from '../contact-hours/calendar.ts';
import type { ContactSettings } from '../contact-hours/callee-hours.ts';
import type { Attempt } from '../model/attempt.ts';
import type { AgentId } from '../model/ids.ts';
import type { Instant } from '../model/instant.ts';
import type { Message } from '../model/message.ts';
import type { CampaignRecord } from '../model/record.ts';
import type { PhaseTimes } from '../records/deadlines.ts';
import type { FieldValues } from './classified-fields.ts';
import type { PassingOn } from './passing-on.ts';

export interface Classification {
  readonly campaign: Campaign;
  readonly record: CampaignRecord;
  /** The contact that is classified; without one the agent sets it by themselves (CAM-11). */
  readonly attempt?: Attempt;
  /** The e-mail that is classified, when it was no part of a contact. */
  readonly email?: Message | undefined;
  /** The agent wrote an e-mail during the contact. */
  readonly wroteEmail?: boolean;
  readonly classifier: string;
  readonly agent: AgentId;
  /** When the agent would like the next call (CLS-2). */
  readonly recontactAt?: Instant;
  /** The agent who shall own the record (CLS-12). */
  readonly owner?: AgentId;
  readonly fields: FieldValues;
  /** Where the classifier sends the record (CLS-8); undefined where it does not, or nowhere. */
  readonly passingOn?: PassingOn | undefined;
  /** The centre's numbers for texts. */
  readonly smsNumbers: readonly string[];
  readonly recallHours?: HoursInZone;
  readonly contact?: ContactSettings;
  readonly zone: string;
  /** The campaign's callback rule, which follows. */
  readonly rule?: string | undefined;
  readonly times: PhaseTimes;
  readonly now: Instant;
}
