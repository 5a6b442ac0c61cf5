// What changes about a campaign while it runs; its settings are files.
import type { AgentId, AttemptId, CampaignId } from '../model/ids.ts';
import { type Instant, instant } from '../model/instant.ts';
import type { OlderPacingMemory, PacingMemory } from '../pacing/pacing-memory.ts';
import type { Rest } from '../records/rest.ts';

/**
 * CAM-2. Created off; paused keeps the calls in flight; ended is for good until switched on again.
 */
export type CampaignSwitch = 'off' | 'running' | 'paused' | 'ended';

/** An e-mail to a supervisor about an alert; missing until it was asked for. */
export type NoticeState = 'sending' | 'sent' | 'failed';

/** Of the latest alert, by supervisor. */
interface Notices {
  readonly at: string;
  readonly states: Readonly<Record<string, NoticeState>>;
}

export interface CampaignState {
  readonly campaign: CampaignId;
  readonly version: number;
  readonly state: CampaignSwitch;
  readonly changedAt: Instant;
  readonly changedBy: string;
  /** The pool alert was given and the pool has not been filled since (MON-6). */
  readonly poolAlerted: boolean;
  /** Records that were open at the alert, or fewer since. */
  readonly openWhenAlerted?: number | undefined;
  /** The e-mails about the latest alert, until the next one; missing before the first. */
  readonly notices?: Notices;
  /** Which of the caller ids comes next (DIA-4). */
  readonly nextCallerId: number;
  /** Calls ordered lately: they may not show in the index yet. */
  readonly recentOrders: readonly { readonly attempt: AttemptId; readonly at: Instant }[];
  /** Agents who get no further record until they have classified enough of them (CAM-6). */
  readonly heldUp?: readonly AgentId[];
  /** Expected answers its calls have had of the agents it shares with other campaigns (CAM-12). */
  readonly served?: number;
  /** Until when nothing is due, as the last look said that was written down. */
  readonly rest?: Rest | undefined;
  /** What a predictive dialer has learned (NEW-6). */
  readonly pacing?: PacingMemory | OlderPacingMemory;
}

/** A campaign nobody has switched yet is off (CAM-2). */
export function neverSwitched(campaign: CampaignId): CampaignState {
  return {
    campaign,
    version: 0,
    state: 'off',
    changedAt: instant(0),
    changedBy: 'nobody',
    poolAlerted: false,
    nextCallerId: 0,
    recentOrders: [],
  };
}

/** Records by state and calls by status; sums reconcile with the number of records. */
export type Counts = Readonly<Record<string, number>>;
