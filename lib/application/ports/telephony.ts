import type { AttemptId, ContactId, RecordRef } from '../../domain/model/ids.ts';

export interface DialRequest {
  readonly attempt: AttemptId;
  readonly ref: RecordRef;
  readonly phone: string;
  /** What rules added to the number and to the call before (CBR-15). */
  readonly parameters?: Readonly<Record<string, string>>;
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
  /** Whether Connect distinguishes people from answering machines. */
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

/** Places calls: who only has to know what became of one takes the contact reader. */
export interface Telephony {
  /**
   * Idempotent by attempt for 7 days: a repeated request returns the same contact. Throttling
   * raises TelephonyUnavailable, no clear answer CallUnclear.
   */
  dial(request: DialRequest): Promise<Dialed>;
  /**
   * Calls a caller back for the survey (INB-9), on the campaign's survey flow. As idempotent as
   * `dial`.
   */
  dialSurvey(request: SurveyRequest): Promise<Dialed>;
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
