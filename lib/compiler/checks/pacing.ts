import type { Definitions } from '../../language/definitions.ts';
import { diagnostic } from '../../language/diagnostic-codes.ts';
import type { Outbound } from '../../language/schema/campaign.ts';
import { type Check, outboundCampaigns } from './check-facts.ts';
import { measuredAbandoned } from './measured-ratio.ts';

/** A cap needs a mode that keeps it (NEW-6); a fixed ratio keeps none (DIA-2). */
export const pacing: Check = function* ({ definitions, gaps, places }) {
  for (const [id, outbound] of outboundCampaigns(definitions)) {
    const path = ['campaigns', id, 'channels', 'outbound'];
    if (!gaps.isWhole([...path, 'mode'])) continue;
    const team = [[...path, 'queue'], ['queues'], ['groups']];
    if (outbound.mode === 'ratio' && team.every(gaps.isWhole)) {
      const at = places.valueAt([...path, 'mode']);
      yield diagnostic('ratio-abandons', at, measuredAbandoned(teamOf(definitions, outbound)));
    }
    if (outbound.mode !== 'predictive' && outbound.pacing !== undefined) {
      const at = places.keyAt([...path, 'pacing']);
      yield diagnostic('pacing-settings', at, `no cap is kept in mode '${outbound.mode}'`);
    }
  }
};

/** Agents who take the campaign's calls; one who is in two groups counts once. */
function teamOf({ queues, groups }: Definitions, { queue }: Outbound): number {
  const named = queue === undefined ? [] : (queues[queue]?.groups ?? []);
  return new Set(named.flatMap((group) => groups[group]?.agents ?? [])).size;
}
