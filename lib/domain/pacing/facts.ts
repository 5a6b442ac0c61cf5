// What a pacing decision is made of and what it returns. All moments are epoch milliseconds.

import type { CallModel } from './call-model.ts';
import type { PacingAgent } from './pacing-agent.ts';
import type { PacingMode, PacingSettings } from './settings.ts';

export interface PacingCall {
  /** `waiting`: a person answered and no agent has been found yet. */
  readonly state: 'dialing' | 'ringing' | 'waiting';
  /** When the call was started; for `waiting`, when the person answered. */
  readonly since: number;
  /** Only one agent gets the call, who counts as `preparing`: it takes no other agent. */
  readonly hasAgent?: boolean;
}

/** What really happened in the window the cap is measured over, per campaign. */
export interface RecentShare {
  /** Live answers, the abandoned ones included: the regulators' denominator. */
  readonly answered: number;
  readonly abandoned: number;
  /**
   * When the counting began: the first call of the day, 24 hours ago, or when the thirty days
   * began.
   */
  readonly since: number;
  /** When today's dialing ends and the share must be under the cap. */
  readonly until: number;
}

export interface PacingFacts {
  readonly now: number;
  readonly mode: PacingMode;
  readonly agents: readonly PacingAgent[];
  /** Every call in flight that has no agent yet. */
  readonly calls: readonly PacingCall[];
  readonly settings: PacingSettings;
  readonly model: CallModel;
  readonly recent: RecentShare;
  /** How fast calls can be started; absent: as fast as wanted. */
  readonly callRate?: StartRate;
}

/** A campaign among those that share agents. */
export interface PoolCampaign {
  readonly id: string;
  /** 0 to 100; the higher one's calls start first (CAM-12). */
  readonly priority: number;
  readonly mode: PacingMode;
  /** Groups whose agents take its calls. */
  readonly groups: readonly string[];
  readonly calls: readonly PacingCall[];
  readonly settings: PacingSettings;
  readonly model: CallModel;
  readonly recent: RecentShare;
  /**
   * Answers its calls were expected to bring so far: whoever has had fewer comes next
   * (fair-share.ts).
   */
  readonly served: number;
  /** Records that may be called now; absent: as many as wanted. */
  readonly available?: number;
}

/** People who called us and wait in a queue served by some of the agents. */
export interface WaitingCallers {
  readonly groups: readonly string[];
  readonly waiting: number;
  /** Callers who come into this queue per second. */
  readonly perSecond: number;
}

/** Every campaign that may take one of the agents, and the agents by group. */
export interface PoolFacts {
  readonly now: number;
  readonly agents: ReadonlyMap<string, readonly PacingAgent[]>;
  readonly campaigns: readonly PoolCampaign[];
  readonly callers: readonly WaitingCallers[];
  readonly callRate?: StartRate;
}

export interface StartRate {
  readonly callsPerSecond: number;
  /** Calls that may start at once. */
  readonly burst: number;
}

export interface PacingGate {
  readonly gate: string;
  readonly passed: boolean;
  readonly saw: string | number;
  readonly limit?: string | number;
}

/**
 * Counts and chances a decision used; those after `share` only in mode `predictive`, those after
 * `inOtherCampaigns` only when agents are shared.
 */
export interface PacingFigures {
  readonly online: number;
  readonly free: number;
  readonly inFlight: number;
  readonly waiting: number;
  /** Abandoned share of live answers in the window, 0..1. */
  readonly share: number;
  /** Chance that a call started now is answered by a person. */
  readonly answerChance?: number;
  /** Calls in flight expected to be answered before one started now would be. */
  readonly expectedAnswers?: number;
  /** Agents expected to be free by then, the free ones included. */
  readonly expectedFree?: number;
  /** Live answers expected until the day ends. */
  readonly answersToCome?: number;
  /** Abandoned calls the window can still bear: a day now, thirty days until today ends. */
  readonly lossesLeft?: number;
  /** Share of coming answers that may be abandoned. */
  readonly allowance?: number;
  /** Largest chance of finding no agent that a started call may have. */
  readonly riskLimit?: number;
  /**
   * That chance for the last call started, for all started on the mean, and for the one after them.
   */
  readonly riskTaken?: number;
  readonly riskMean?: number;
  readonly riskRefused?: number;
  /** Calls of other campaigns, and callers waiting, that may take the same agents. */
  readonly inOtherCampaigns?: number;
  /** The part of the agents this campaign keeps busy, 0..1. */
  readonly portion?: number;
}

export interface PacingDecision {
  /** Calls to start now; in mode `preview`, contacts to offer now. */
  readonly calls: number;
  readonly gates: readonly PacingGate[];
  readonly figures: PacingFigures;
}
