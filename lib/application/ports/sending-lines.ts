import type { SendingLine } from '../../domain/messaging/sending-pace.ts';
import type { Instant } from '../../domain/model/instant.ts';

export interface SendingLines {
  /**
   * The turn of a message that takes so many units of the line's rate: now, or as soon as those
   * before it have gone.
   */
  turn(line: SendingLine, units: number, now: Instant): Promise<Instant>;
}
