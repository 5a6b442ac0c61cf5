// What an inbound call has that a call of the dialer has not (INB, IVR). It is kept with the
// attempt; decisions about it are in the files beside this one.
import type { AgentId, AttemptId, RecordId, RecordRef } from './ids.ts';
import type { Instant } from './instant.ts';
import type { RecordState } from './record.ts';

/** How many records have the caller's number (IVR-12). */
export type Identity = 'one' | 'several' | 'none';

/** How the record stood when the call took it; 'none': it began with the call. */
export interface TakenFrom {
  readonly state: RecordState | 'none';
  readonly nextContact?: Instant;
}

/**
 * How the caller was sent to wait: what route-call decided, and what the agent's window will show.
 */
export interface Waiting {
  readonly queue: string;
  /** Connect's queue priority: 1 is served first. */
  readonly level: number;
  readonly window: 'full' | 'small';
  readonly ticket?: string;
  /** Whether a survey may follow (IVR-15). */
  readonly survey: boolean;
  /** The agent the caller waits for first (INB-10, INB-11). */
  readonly agent?: AgentId;
}

/** A call back the caller asked for in the IVR (IVR-24). */
export interface CallBackWish {
  /** Not earlier than this. */
  readonly wanted: Instant;
  /** E.164. */
  readonly phone: string;
}

/** A message the caller was asked for (IVR-23). Deliberately without what it says. */
export interface VoicemailMark {
  readonly block: string;
  readonly begin: Instant;
  readonly end?: Instant;
  /** It was cut out and its e-mail was ordered, or it was found to be empty. */
  readonly handled?: true;
}

/**
 * A call on its way to a number outside (IVR-8). Deliberately without the number: the block has it.
 */
interface Forwarding {
  readonly block: string;
  readonly begin: Instant;
  /** Whoever is still on the line then talks to somebody: Connect lets it ring no longer. */
  readonly ringsUntil: Instant;
  /** As the flow reports it; a caller who hangs up first leaves it no time to. */
  readonly outcome?: 'taken' | 'failed';
}

/** The blocks of the IVR a call came through. */
export interface IvrWay {
  /** Of the IVR. */
  readonly version: string;
  readonly path: readonly string[];
}

export interface InboundCall {
  /** Id of the IVR that answered. */
  readonly ivr: string;
  /** E.164 of the own number dialed. */
  readonly to?: string;
  readonly identity: Identity;
  /** As far as it is known; missing before the flow has said. */
  readonly way?: IvrWay;
  /**
   * Missing when another attempt had the record: then the call stands beside it and changes nothing
   * about the record.
   */
  readonly took?: TakenFrom;
  readonly waiting?: Waiting;
  readonly callBack?: CallBackWish;
  readonly forwarding?: Forwarding;
  readonly voicemails?: readonly VoicemailMark[];
  /** Survey question to key; the first answer stays. */
  readonly answers?: Readonly<Record<string, string>>;
  /** Connect was, or was about to be, asked to call back for the survey. */
  readonly surveyAskedAt?: Instant;
  /** Seconds of wrap-up granted on top (INB-4). */
  readonly extraWrapUp?: number;
  /** The record that turned out to be the caller's (IVR-5): what follows is on its timeline. */
  readonly movedTo?: RecordId;
}

export const voicemailKey = (
  { campaign, record, id }: RecordRef & { readonly id: AttemptId },
  n: number,
): string => `voicemails/${campaign}/${record}/${id}-${n + 1}.wav`;

/** What every question of a flow carries. */
export interface FlowCall {
  readonly campaign: string;
  readonly contact: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
}
