// What can go wrong in the world, named once: Step Functions' Retry and Catch, the queues'
// redelivery and the tests all use these names. Expected results of business life are values, never
// faults.

export interface RetryPolicy {
  readonly afterSeconds: number;
  readonly backoff: number;
  readonly attempts: number;
}

export const FAULTS = {
  /** Another writer changed the record first, again and again. */
  RecordContended: { retry: { afterSeconds: 1, backoff: 2, attempts: 5 } },
  /** The data store does not answer or is throttling. */
  StoreUnavailable: { retry: { afterSeconds: 1, backoff: 2, attempts: 5 } },
  /** Connect does not answer or is throttling; it has placed no call. */
  TelephonyUnavailable: { retry: { afterSeconds: 2, backoff: 2, attempts: 5 } },
  /**
   * Connect gave no clear answer: it may have placed the call, so it is not asked again (DIA-7).
   */
  CallUnclear: { retry: undefined },
  /** The SMS or e-mail service refused for the moment: nothing was sent. */
  MessagingUnavailable: { retry: { afterSeconds: 5, backoff: 2, attempts: 5 } },
  /** A record, attempt or campaign that an input names is not there. */
  NotFound: { retry: undefined },
  /** An input does not have the shape of the catalogue. */
  BadInput: { retry: undefined },
} as const satisfies Record<string, { retry: RetryPolicy | undefined }>;

export type FaultName = keyof typeof FAULTS;

export class Fault extends Error {
  override readonly name: FaultName;

  constructor(name: FaultName, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = name; // Step Functions matches Retry and Catch on this
  }
}
