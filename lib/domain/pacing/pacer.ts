// One campaign while a decision is made: its mode says whether one more call may start, and what
// calls of other campaigns mean for it. All modes have this shape, so that campaigns of any modes
// can share agents.

import type { PacingCall, PacingFigures, PacingGate, PoolCampaign } from './facts.ts';
import type { PacingAgent } from './pacing-agent.ts';

/** What a pacer starts from. */
export interface PacerFacts {
  readonly now: number;
  readonly campaign: PoolCampaign;
  /** The agents of its groups. */
  readonly agents: readonly PacingAgent[];
  /** The part of these agents it keeps busy, 0..1; 1 when no other campaign shares them. */
  readonly portion: number;
  /** Campaigns that share some of its agents. */
  readonly others: readonly PoolCampaign[];
}

export interface Pacer {
  readonly campaign: PoolCampaign;
  /** Its agents and calls before the decision. */
  readonly staffing: PacingFigures;
  /** No call may be lost: each takes a free agent, and to the others it counts as answered. */
  readonly oneToOne: boolean;
  /** Calls that are started for one free agent. */
  readonly callsPerAgent: number;
  /** Chance that a call started now is answered by a person. */
  readonly answerChance: number;
  /**
   * The largest chance of finding no agent its calls may have; `undefined` in modes without a
   * look-ahead.
   */
  readonly riskLimit: number | undefined;
  /**
   * Chance that a person has answered within so many seconds; without a call: one that starts now.
   */
  answersWithin(seconds: number, call?: PacingCall): number;
  /**
   * Whether one more call may start. @param ceiling largest risk that campaigns of higher priority
   * bear
   */
  mayStart(view: PoolView, ceiling: number): boolean;
  /** A call of this campaign has started. */
  started(): void;
  /** A call of another campaign has started. */
  otherStarted(other: Pacer, view: PoolView): void;
  gates(view: PoolView): readonly PacingGate[];
  figures(): PacingFigures;
}

/** A campaign and the calls it has started in this decision. */
export interface Member {
  readonly pacer: Pacer;
  calls: number;
}

/** How one campaign sees those that share its agents. */
export interface PoolView {
  readonly own: Member;
  readonly others: readonly Member[];
  /** Callers in queues that some of its agents serve. */
  readonly callers: readonly CallersInView[];
  /** Agents of every group of the pool. */
  readonly agents: ReadonlyMap<string, readonly PacingAgent[]>;
}

interface CallersInView {
  readonly groups: readonly string[];
  readonly waiting: number;
  readonly perSecond: number;
}

/** Every call that has no agent set aside for it. */
export const callsForAnyAgent = ({ calls }: PoolCampaign): readonly PacingCall[] =>
  calls.filter(({ hasAgent }) => hasAgent !== true);
