// What rows of a file are read with: the campaign, the country of numbers without a country code
// (CAM-26), and the agents who may own a record (REC-7).
import type { Definitions } from '../language/definitions.ts';
import type { Campaign, NamedColumns } from '../language/schema/campaign.ts';

export interface Reading {
  readonly campaign: Campaign;
  readonly country: string;
  /** User names. */
  readonly agents: readonly string[];
  /** Rows up to this one were read before and are left out. */
  readonly after?: number | undefined;
  /** The mapping that was saved for files with these headings. */
  readonly saved?: (headings: readonly string[]) => Promise<NamedColumns | undefined>;
}

export const readingOf = (definitions: Definitions, campaign: Campaign): Reading => ({
  campaign,
  country: campaign.country ?? definitions.centre.country,
  agents: agentsOf(definitions, campaign),
});

/**
 * Those who take the calls of the campaign: a record of anybody else would wait for them forever.
 * Where none are placed, everybody's.
 */
function agentsOf({ groups, queues }: Definitions, { channels }: Campaign): readonly string[] {
  const queue = queues[channels.outbound?.queue ?? channels.sms?.queue ?? ''];
  const named = queue?.groups ?? Object.keys(groups);
  return [...new Set(named.flatMap((group) => groups[group]?.agents ?? []))];
}
