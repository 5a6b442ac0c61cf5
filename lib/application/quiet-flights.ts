// Campaigns in which nothing is in flight, as a running function knows: there was nothing when it
// looked, and nobody has begun a contact since. Whoever begins one counts it before, so two looks
// under one count are needed: the first may have been before it was stored. Deadlines tell nothing
// of this, for a call that was ordered since may be past the shortest of them at the next run.

import type { CampaignId } from '../domain/model/ids.ts';
import { type Instant, plus } from '../domain/model/instant.ts';

/** Seconds after which it is looked again in any case. */
const QUIET_FOR = 1800;

interface Looked {
  readonly begun: string;
  /** Missing after the first look under this count, and while something is in flight. */
  readonly quietUntil?: Instant;
}

export class QuietFlights {
  private readonly known = new Map<CampaignId, Looked>();

  /** @param begun what has been begun in the campaign; missing where nobody counts */
  isQuiet(campaign: CampaignId, begun: string | undefined, now: Instant): boolean {
    const known = this.known.get(campaign);
    if (known?.quietUntil === undefined || known.begun !== begun) return false;
    return now < known.quietUntil;
  }

  /** @param found records in flight; `begun` was read before them */
  looked(campaign: CampaignId, begun: string | undefined, found: number, now: Instant): void {
    if (begun === undefined) this.known.delete(campaign);
    else {
      const isSame = this.known.get(campaign)?.begun === begun;
      const isQuiet = isSame && found === 0;
      this.known.set(campaign, { begun, ...(isQuiet && { quietUntil: plus(now, QUIET_FOR) }) });
    }
  }
}
