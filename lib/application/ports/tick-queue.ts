import type { CampaignId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';

export interface TickQueue {
  /**
   * @param delays seconds (0 to 900): one tick of the campaign's agent pool for each
   */
  send(campaign: CampaignId, delays: readonly number[], tells?: TickTells): Promise<void>;
  /** Ticks of the campaign's agent pool, each for records of its own; ten are one request. */
  sendEach(campaign: CampaignId, ticks: readonly DueTick[]): Promise<void>;
}

/** A tick for records that come due. */
interface DueTick extends Required<Pick<TickTells, 'due' | 'until'>> {
  /** Seconds, 0 to 900. */
  readonly delay: number;
}

/** What ticks are told. */
export interface TickTells {
  /**
   * When the record is due that they are for: a tick whose clock is a little behind finds it all
   * the same.
   */
  readonly due?: Instant;
  /** The last of them sends those that are needed before this moment. */
  readonly until?: Instant;
  /** Records were due a moment ago that could not be called: they look when a call is wanted. */
  readonly left?: true;
  /** They look whether the campaign has ended, or an alert is due. */
  readonly check?: true;
}
