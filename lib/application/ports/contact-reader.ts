import type { ContactFacts } from '../../domain/model/contact-facts.ts';
import type { AttemptId, CampaignId, ContactId, RecordRef } from '../../domain/model/ids.ts';
import type { IvrWay } from '../../domain/model/inbound-call.ts';

/** What Connect knows of contacts. Raises TelephonyUnavailable. */
export interface ContactReader {
  /** undefined when Connect knows no such contact. */
  describe(contact: ContactId): Promise<ContactFacts | undefined>;
  /**
   * Which attempt a contact was made for, from its attributes; undefined for contacts that are not
   * ours.
   */
  attemptOf(
    contact: ContactId,
  ): Promise<{ readonly ref: RecordRef; readonly attempt: AttemptId } | undefined>;
  /**
   * The customer's call a contact is, by what its flow noted of it; undefined for contacts of any
   * other kind.
   */
  customerCall(contact: ContactId): Promise<CustomerCall | undefined>;
  /** The blocks of its IVR a call came through, by what its flows noted of it. */
  wayOf(contact: ContactId): Promise<IvrWay | undefined>;
}

/** What a call that came in was before anybody took it in. */
export interface CustomerCall {
  readonly campaign: CampaignId;
  /** Id of the IVR that answers. */
  readonly ivr: string;
  /** E.164; missing when withheld. */
  readonly from?: string;
  /** E.164 of the own number dialed. */
  readonly to?: string;
}
