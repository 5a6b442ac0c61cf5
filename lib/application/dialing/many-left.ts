// Campaigns in which many records were left to dial a moment ago, as a running function knows: one
// of these is not about to end, and ticks that check, and the sweeper, tell it of a low pool.

import type { Counts } from '../../domain/campaigns/campaign-state.ts';
import { leftToDial } from '../../domain/campaigns/counts.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import { type Instant, plus } from '../../domain/model/instant.ts';
import { IDLE_TICK_MINUTES } from '../../domain/pacing/tick-grid.ts';

/** Records; where fewer are left each tick that finds nothing to do asks. */
const MANY = 20;
/** Seconds until it is asked again: as long as between two looks of the sweeper. */
const KNOWN_FOR = IDLE_TICK_MINUTES * 60;

export class ManyLeft {
  private readonly known = new Map<CampaignId, Instant>();

  has(campaign: CampaignId, now: Instant): boolean {
    const until = this.known.get(campaign);
    return until !== undefined && now < until;
  }

  counted(campaign: CampaignId, counts: Counts, now: Instant): void {
    if (leftToDial(counts) > MANY) this.known.set(campaign, plus(now, KNOWN_FOR));
    else this.known.delete(campaign);
  }
}

/** Of each running function, by the store it asks. */
const remembered = new WeakMap<object, ManyLeft>();

export function manyLeft(store: object): ManyLeft {
  const known = remembered.get(store) ?? new ManyLeft();
  remembered.set(store, known);
  return known;
}
