// What a pacing decision is made of and what it returns. All moments are epoch milliseconds.

import type { Learnt } from './learnt.ts';
import type { PacingAgent } from './pacing-agent.ts';
import type { PacingMode, PacingSettings } from './settings.ts';

export interface PacingCall {
  /** `waiting`: a person answered and no agent has been found yet. */
  readonly state: 'dialing' | 'ringing' | 'waiting';
  /** When the call was started; for `waiting`, when the person answered. */
  readonly since: number;
}

/** What really happened in the window the cap is measured over, per campaign. */
export interface RecentShare {
  /** Live answers, the abandoned ones included: the regulators' denominator. */
  readonly answered: number;
  readonly abandoned: number;
  /** When the counting began: the first call of the day, 24 hours ago, or when the thirty days began. */
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
  readonly learnt: Learnt;
  readonly recent: RecentShare;
  /** How fast calls can be started; absent: as fast as wanted. */
  readonly callRate?: CallRate;
}

export interface CallRate {
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

/** Counts and chances a decision used; those after `share` only in mode `predictive`. */
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
  /** That chance for the last call started, for all started on the mean, and for the one after them. */
  readonly riskTaken?: number;
  readonly riskMean?: number;
  readonly riskRefused?: number;
}

export interface PacingDecision {
  /** Calls to start now; in mode `preview`, contacts to offer now. */
  readonly calls: number;
  readonly gates: readonly PacingGate[];
  readonly figures: PacingFigures;
}
