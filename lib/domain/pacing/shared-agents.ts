// Campaigns whose queues have agent groups in common take each other's agents. Here is how much of
// a campaign's calls fall on the agents of another, and how long contacts last that agents may have
// with any of the campaigns.

import type { Outlook } from './call-model.ts';
import type { PoolCampaign } from './facts.ts';

/**
 * The part of the calls of one queue that agents of another take, if every agent is as likely to
 * get a call as the weight of their group says. 1 where all its groups serve both queues, 0 where
 * none does.
 */
export function sharedPart(
  groups: readonly string[],
  others: readonly string[],
  weightOf: (group: string) => number,
): number {
  const common = groups.filter((group) => others.includes(group));
  if (common.length === 0) return 0;
  if (common.length === groups.length) return 1;
  const sum = (list: readonly string[]) =>
    list.reduce((total, group) => total + weightOf(group), 0);
  const all = sum(groups);
  return all > 1e-9 ? sum(common) / all : common.length / groups.length;
}

const merged = new WeakMap<
  Outlook,
  { readonly of: readonly Outlook[]; readonly outlook: Outlook }
>();

/**
 * The campaign's own outlook with the talks and wrap-ups of all campaigns that share its agents: an
 * agent in a talk may have it with any of them. Each counts by its answered calls in the window, as
 * they were when these outlooks first met, and by what it has seen of each duration.
 */
export function pooledOutlook(own: PoolCampaign, others: readonly PoolCampaign[]): Outlook {
  const outlook = own.model.outlook;
  if (others.length === 0) return outlook;
  const all = [own, ...others];
  const of = all.map(({ model }) => model.outlook);
  const known = merged.get(outlook);
  if (known && sameItems(known.of, of)) return known.outlook;
  const pooled = {
    ...outlook,
    talk: pooledHazard(all, 'talk'),
    wrapUp: pooledHazard(all, 'wrapUp'),
  };
  merged.set(outlook, { of, outlook: pooled });
  return pooled;
}

function sameItems(some: readonly Outlook[], others: readonly Outlook[]): boolean {
  return some.length === others.length && some.every((each, i) => each === others[i]);
}

function pooledHazard(
  campaigns: readonly PoolCampaign[],
  of: 'talk' | 'wrapUp',
): readonly number[] {
  const parts = campaigns.map(({ model, recent }) => {
    const { spent, ended } = model[of];
    const contacts = ended.reduce((sum, count) => sum + count, 0);
    const weight = (recent.answered + 1) / Math.max(1e-9, contacts);
    return { hazard: model.outlook[of], exposure: spent.map((seconds) => seconds * weight) };
  });
  return (parts[0]?.hazard ?? []).map((_, bin) => {
    let ended = 0;
    let spent = 0;
    for (const { hazard, exposure } of parts) {
      const seconds = exposure[bin] ?? 0;
      ended += (hazard[bin] ?? 0) * seconds;
      spent += seconds;
    }
    return ended / Math.max(1e-9, spent);
  });
}
