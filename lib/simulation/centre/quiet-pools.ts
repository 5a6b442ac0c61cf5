// Agent pools in which a tick would find nothing to do: most ticks of a run, which need not be
// performed.
import { agentPoolOf, agentPools } from '../../domain/dialing/agent-pool.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import type { Definitions } from '../../language/definitions.ts';

export class QuietPools {
  /**
   * Lead campaigns of the pools whose last tick ordered nothing, and in which nothing has happened
   * since.
   */
  private readonly leads = new Set<CampaignId>();
  private readonly definitions: () => Definitions;

  constructor(definitions: () => Definitions) {
    this.definitions = definitions;
  }

  /** @param isDue whether a record of the campaign is due */
  isQuiet(campaign: CampaignId, isDue: (campaign: CampaignId) => boolean): boolean {
    const { campaigns = [campaign] } = agentPoolOf(this.definitions(), campaign) ?? {};
    return this.leads.has(this.leadOf(campaign)) && !campaigns.some(isDue);
  }

  /** A tick begins: until something happens, its own orders included. */
  ticking(campaign: CampaignId): void {
    this.leads.add(this.leadOf(campaign));
  }

  ticked(campaign: CampaignId, ordered: number): void {
    if (ordered > 0) this.leads.delete(this.leadOf(campaign));
  }

  /** Something has happened in a campaign. */
  wake(campaign: CampaignId): void {
    this.leads.delete(campaign);
    for (const { lead, campaigns, inbound } of agentPools(this.definitions())) {
      if (campaigns.includes(campaign) || inbound.includes(campaign)) this.leads.delete(lead);
    }
  }

  private leadOf(campaign: CampaignId): CampaignId {
    return agentPoolOf(this.definitions(), campaign)?.lead ?? campaign;
  }
}
