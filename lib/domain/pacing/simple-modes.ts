// The three modes that need no forecast: so many calls for every agent who counts.

import type { PacingFigures, PacingGate, PoolCampaign } from './facts.ts';
import { agentsTakenNow } from './free-agents.ts';
import type { Pacer, PacerFacts, PoolView } from './pacer.ts';
import type { PacingMode } from './settings.ts';
import { staffing } from './staffing.ts';

type SimpleMode = Exclude<PacingMode, 'predictive'>;

/** Before anything is known of a campaign, three calls in ten are answered. */
const USUAL_CHANCE = 0.3;

/**
 * `preview` (DIA-1) offers a contact to every free agent; `progressive` starts one call for every
 * free agent who has none; `ratio` (DIA-2) keeps one divided by the pickup rate in flight for every
 * agent online, or for every free one. The source defines no cap on abandoned calls, so `ratio` has
 * none.
 */
const CALLS_PER_AGENT: Readonly<Record<SimpleMode, (campaign: PoolCampaign) => number>> = {
  preview: () => 1,
  progressive: () => 1,
  ratio: ({ settings }) => 1 / settings.pickupRate,
};

export class SimplePacer implements Pacer {
  readonly campaign: PoolCampaign;
  readonly oneToOne: boolean;
  readonly callsPerAgent: number;
  readonly answerChance: number;
  readonly riskLimit = undefined;
  readonly staffing: PacingFigures;
  /** The agents that calls are started for. */
  private readonly per: 'online' | 'free';
  /** Calls in flight whose agents prepare for them (DIA-1). */
  private readonly prepared: number;

  constructor({ campaign, agents }: PacerFacts, mode: SimpleMode) {
    this.campaign = campaign;
    this.per = mode === 'ratio' ? campaign.settings.per : 'free';
    this.oneToOne = mode !== 'ratio';
    this.callsPerAgent = CALLS_PER_AGENT[mode](campaign);
    this.answerChance = mode === 'ratio' ? campaign.settings.pickupRate : USUAL_CHANCE;
    this.staffing = staffing({ agents, calls: campaign.calls, recent: campaign.recent });
    const known = campaign.calls.filter(({ hasAgent }) => hasAgent === true).length;
    const preparing = agents.filter(({ state }) => state === 'preparing').length;
    this.prepared = mode === 'preview' && known === 0 ? preparing : known;
  }

  answersWithin(): number {
    return this.oneToOne ? 1 : this.answerChance;
  }

  mayStart(view: PoolView): boolean {
    return this.served(view) < this.wanted(view);
  }

  started(): void {}

  otherStarted(): void {}

  gates(view: PoolView): readonly PacingGate[] {
    const { free } = this.staffing;
    const [saw, limit] = [this.served(view) - view.own.calls, this.wanted(view)];
    const gate = `calls-for-${this.per === 'free' ? 'free-agents' : 'agents-online'}`;
    const enough: PacingGate = { gate, passed: saw < limit, saw, limit };
    return this.per === 'free'
      ? [{ gate: 'agent-free', passed: free > 0, saw: free }, enough]
      : [enough];
  }

  figures(): PacingFigures {
    return this.staffing;
  }

  private wanted(view: PoolView): number {
    const left = this.staffing[this.per] - agentsTakenNow(view);
    return Math.ceil(Math.max(0, left) * this.callsPerAgent - 1e-9);
  }

  private served({ own }: PoolView): number {
    return Math.max(0, this.staffing.inFlight - this.prepared) + own.calls;
  }
}
