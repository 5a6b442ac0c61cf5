// What may go wrong on purpose. AWS delivers at least once and networks lose answers; a run that
// never sees it proves little.

export interface ApiCall {
  readonly service: string;
  readonly action: string;
  /** Role name, or `administrator`. */
  readonly principal: string;
  /** Name of the calling function, if one calls. */
  readonly function: string | undefined;
  /** 1 for the first call of this action by this function (or principal) in the run. */
  readonly nth: number;
}

export type CallFault =
  /** The service answers with an error and does nothing. */
  | {
      readonly kind: 'error';
      readonly code: string;
      readonly message?: string;
      readonly status?: number;
    }
  /** The service does it; the caller sees its connection break. */
  | { readonly kind: 'lost-answer' }
  /** The service does it; the calling function dies before the answer reaches it. */
  | { readonly kind: 'kill-caller' };

interface DeliveryFacts {
  readonly to: 'sqs' | 'lambda' | 'states' | 'events';
  /** ARN of what receives. */
  readonly target: string;
  /** Message or event id. */
  readonly id: string;
  readonly body: string;
}

interface DeliveryFault {
  /**
   * How often it arrives; 1 when left out. 0 is not possible: nothing here loses what AWS would
   * not.
   */
  readonly copies?: number;
  /** Simulated milliseconds it comes late. */
  readonly delay?: number;
}

export interface Faults {
  readonly onCall?: (call: ApiCall) => CallFault | undefined;
  readonly onDelivery?: (delivery: DeliveryFacts) => DeliveryFault | undefined;
}
