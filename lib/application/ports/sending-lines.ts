import type { LinePassing, SendingLine } from '../../domain/messaging/sending-pace.ts';
import type { Instant } from '../../domain/model/instant.ts';

export interface SendingLines {
  /**
   * The turn of a message that takes so many units of the line's rate: now, or as soon as those
   * before it have gone.
   */
  turn(line: SendingLine, units: number, now: Instant): Promise<Instant>;
  /**
   * Whether nobody waits in any of them, as far as this function has seen, and they are slow enough
   * to be passed with the message that leaves (`RecordStore.ask`).
   */
  seemFree(passings: readonly LinePassing[], now: Instant): boolean;
  /** This function has passed them so. */
  passed(passings: readonly LinePassing[], now: Instant): void;
}
