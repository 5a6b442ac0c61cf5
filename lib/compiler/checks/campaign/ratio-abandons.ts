import { DEFAULT_PACING } from '../../../domain/pacing/settings.ts';
import type { Definitions } from '../../../language/definitions.ts';
import type { Outbound } from '../../../language/schema/campaign.ts';
import { type Check, outboundCampaigns, outboundPath } from '../check-facts.ts';
import { measuredAbandoned } from '../measured-ratio.ts';

/** A fixed ratio keeps no cap on abandoned calls (DIA-2). */
export const ratioAbandons: Check = function* ({ definitions, gaps, places }) {
  for (const [id, outbound] of outboundCampaigns(definitions)) {
    const path = outboundPath(id);
    const team = [[...path, 'queue'], ['queues'], ['groups']];
    if (outbound.mode !== 'ratio' || !gaps.isWhole([...path, 'mode'])) continue;
    if (!team.every(gaps.isWhole)) continue;
    const at = places.valueAt([...path, 'mode']);
    const { per = DEFAULT_PACING.per } = outbound;
    yield { at, message: measuredAbandoned(teamOf(definitions, outbound), per) };
  }
};

/** Agents who take the campaign's calls; one who is in two groups counts once. */
function teamOf({ queues, groups }: Definitions, { queue }: Outbound): number {
  const named = queue === undefined ? [] : (queues[queue]?.groups ?? []);
  return new Set(named.flatMap((group) => groups[group]?.agents ?? [])).size;
}
