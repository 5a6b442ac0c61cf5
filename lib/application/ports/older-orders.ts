import type { Message } from '../../domain/model/message.ts';

/** A part of the messages that earlier versions ordered without listing them as waiting. */
export interface OlderPart {
  readonly messages: readonly Message[];
  /** Where the next part begins; undefined in the last. */
  readonly next?: unknown;
}

export interface OlderOrders {
  /** The first part not yet passed; undefined when all have been. */
  part(): Promise<OlderPart | undefined>;
  /** Never to be given again. */
  pass(part: OlderPart): Promise<void>;
}
