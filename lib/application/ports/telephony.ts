import type { ContactFacts } from '../../domain/model/contact-facts.ts';
import type { AttemptId, CampaignId, ContactId, RecordRef } from '../../domain/model/ids.ts';

export interface DialRequest {
  readonly attempt: AttemptId;
  readonly ref: RecordRef;
  readonly phone: string;
  readonly queue: string;
  /** Id of an own number; without one the queue's caller id is shown. */
  readonly callerId?: string;
  /** Seconds, 15 to 60. */
  readonly ringFor: number;
  /**
   * Seconds the campaign lets callees wait, where not as long as the queue; Connect's flows know it
   * anyway.
   */
  readonly longestWait?: number;
  /** Whether Connect tells people from answering machines. */
  readonly machineDetection: boolean;
  readonly language: string;
  /** Connect queue priority 1 (best) to 10. */
  readonly priority: number;
  /** Preview: only this agent gets the call; the ARN of the agent (DIA-1). */
  readonly agentArn?: string;
}

export type Dialed =
  | { readonly kind: 'accepted'; readonly contact: ContactId }
  /** Connect will not call this number, now or later. */
  | { readonly kind: 'refused'; readonly reason: string };

export interface Telephony {
  /**
   * Idempotent by attempt for 7 days: a repeated request returns the same contact. Throttling
   * raises TelephonyUnavailable, no clear answer CallUnclear.
   */
  dial(request: DialRequest): Promise<Dialed>;
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
  /**
   * Calls a caller back for the survey (INB-9), on the campaign's survey flow. As idempotent as
   * `dial`.
   */
  dialSurvey(request: SurveyRequest): Promise<Dialed>;
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

export interface SurveyRequest {
  /** The inbound call the survey asks about; its id with a suffix is Connect's ClientToken. */
  readonly attempt: AttemptId;
  readonly ref: RecordRef;
  readonly phone: string;
  /** Id of the own number shown: the one the caller had dialed. */
  readonly callerId?: string;
  /** Seconds, 15 to 60. */
  readonly ringFor: number;
}
