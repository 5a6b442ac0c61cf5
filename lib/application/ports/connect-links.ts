/** What belongs together in the Connect instance; doing it again changes nothing. */
export interface ConnectLinks {
  /** @param number ARN or E.164 @param flow ARN; calls to the number run it from now on */
  numberToFlow(number: string, flow: string): Promise<void>;
  /** Calls to the number run no flow any more; a number that is gone is fine. */
  releaseNumber(number: string): Promise<void>;
  /** @param queue ARN @param quickConnects ARNs, added to those the queue has */
  addQuickConnects(queue: string, quickConnects: readonly string[]): Promise<void>;
  /** A queue that is gone, or never had them, is fine. */
  removeQuickConnects(queue: string, quickConnects: readonly string[]): Promise<void>;
}
