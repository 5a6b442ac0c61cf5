// A record: a contact as it stands in one campaign (glossary), with all that decisions about it
// need.
import type { CallStatus } from '../../language/schema/rule.ts';
import type { Phase } from './channel.ts';
import type { AgentId, AttemptId, CampaignId, RecordId, RecordRef } from './ids.ts';
import type { Instant } from './instant.ts';

/**
 * REC-8. "Due" is not stored: a record is due when it is new or its recall's time has come.
 * 'set-aside': the rule or the classifier ended without a next call and without closing it (CBR-9,
 * CLS-3). Nothing calls it by itself; a person closes it or puts it back into the list.
 * 'deleted' keeps the id and the journal but nothing about the person (CBR-15).
 */
export const RECORD_STATES = [
  'new',
  'recall-scheduled',
  'being-contacted',
  'in-wrap-up',
  'unhandled',
  'set-aside',
  'closed',
  'blacklisted',
  'deleted',
] as const;
export type RecordState = (typeof RECORD_STATES)[number];

/**
 * A phone number (E.164) or an e-mail address of a record (REC-5). Exactly one of a list is the
 * default.
 */
export interface Endpoint {
  readonly value: string;
  readonly isDefault: boolean;
}

/** How far the record has come in its callback rule. */
interface RuleProgress {
  /** The version (hash) of the rule that wrote this; another version may have other tiles. */
  readonly version?: string;
  /** The tile at which the next call goes on; without it at the trigger (CBR-7). */
  readonly cursor?: string;
  /** Passes per tile (CBR-3). */
  readonly passes: Readonly<Record<string, number>>;
}

/** The attempt under way; it also says until when the record is taken (DIA-7). */
export interface CurrentAttempt {
  readonly attempt: AttemptId;
  /** Preview: the agent it was offered to. */
  readonly offeredTo?: AgentId;
  /** Offered, and the call starts when the agent says so (CAM-3). */
  readonly awaitsAgent?: true;
  /** The agent accepted, and looks at the record until then (DIA-1). */
  readonly dialAt?: Instant;
  /** The customer called us; the queue they wait in, once they do. */
  readonly inbound?: { readonly waitsIn?: string };
  readonly phase: Phase;
  readonly since: Instant;
  /**
   * Past this the sweeper asks Connect what became of it, or starts the callback rule once more.
   */
  readonly deadline: Instant;
}

/** The contact that nobody classified in time (REC-9). */
export interface LeftUnhandled {
  readonly attempt: AttemptId;
  /** Who had it, and still may classify it; undefined when nobody took it. */
  readonly agent?: AgentId | undefined;
  readonly since: Instant;
}

export interface CampaignRecord extends RecordRef {
  /** Counts changes, from 1; every write is conditioned on it. */
  readonly version: number;
  readonly state: RecordState;
  readonly phones: readonly Endpoint[];
  readonly emails: readonly Endpoint[];
  readonly fields: Readonly<Record<string, string>>;
  /** Parameters a rule added to the number (CBR-15). */
  readonly parameters: Readonly<Record<string, string>>;
  /** Those it added to the last call: the next call carries them, and its rule sees them. */
  readonly callParameters?: Readonly<Record<string, string>>;
  /** The last call of the dialer that has ended. */
  readonly lastCall?: {
    readonly phone: string;
    readonly status: CallStatus;
    readonly endedAt: Instant;
  };
  /** Reserved for one agent (REC-7). */
  readonly privateTo?: AgentId;
  /** Higher is dialed first among due records (REC-8, PRI-3). */
  readonly weight: number;
  readonly lastAgent?: AgentId;
  /** When the last call with it, in either direction, ended. */
  readonly lastContact?: Instant;
  /** The number a caller asked to be called back on: the next call goes there. */
  readonly callBackTo?: string;
  /** They called us or left a number: the next call is one they want (NEW-7). */
  readonly wantsCall?: true | undefined;
  /** When the record may be contacted next; present exactly when it is new or recall-scheduled. */
  readonly nextContact?: Instant;
  /** Contacts that we began. */
  readonly attempts: number;
  /** How contacts that we began ended (CBR-6). */
  readonly endings: Readonly<Partial<Record<CallStatus, number>>>;
  /** The classifier set last (CLS-1). */
  readonly classifier?: string;
  readonly success: boolean;
  readonly rule: RuleProgress;
  readonly current?: CurrentAttempt;
  /** In state unhandled; records that earlier versions left so have none. */
  readonly unhandled?: LeftUnhandled;
  /** The contact was deleted; its attempts, messages and journal may still name the person. */
  readonly toErase?: true;
  /** Deleted because its import was undone: the person may be imported again (NEW-9). */
  readonly undone?: true;
  readonly origin: Origin;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/**
 * Where the record came from: a row (1-based, heading included) of an imported file, a person, a
 * record of another campaign, copied by a person or sent here by a classifier, or a call of theirs.
 */
export type Origin =
  | { readonly kind: 'import'; readonly file: string; readonly row: number }
  | { readonly kind: 'person'; readonly by: string }
  | {
      readonly kind: 'copy';
      readonly copy: string;
      readonly from: CampaignId;
      readonly record: RecordId;
    }
  | { readonly kind: 'record'; readonly of: RecordRef }
  | { readonly kind: 'call' };

/** REC-5: the default endpoint; undefined when there is none at all. */
export function defaultOf(endpoints: readonly Endpoint[]): string | undefined {
  return endpoints.find((endpoint) => endpoint.isDefault)?.value;
}

/** Every parameter the record's next call carries; those of the call beat those of the number. */
export const parametersOf = ({
  parameters,
  callParameters,
}: Pick<CampaignRecord, 'parameters' | 'callParameters'>): Readonly<Record<string, string>> => ({
  ...parameters,
  ...callParameters,
});

/** The same for an entry of the journal, which leaves them out when there are none. */
export function addedTo(record: Pick<CampaignRecord, 'parameters' | 'callParameters'>) {
  const parameters = parametersOf(record);
  return Object.keys(parameters).length > 0 ? parameters : undefined;
}

/** Closed for good: nothing but a person or the customer opens it again. */
export function isOver(state: RecordState): boolean {
  return state === 'closed' || state === 'blacklisted' || state === 'deleted';
}
