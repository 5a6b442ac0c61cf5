// The events of Ringback, generated from the event catalogue: what stands in `detail` of an event
// on the bus, and in `data` of a webhook. See docs/events.md.

/** A record was added. */
export type RecordAdded = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly by: string;
  readonly row?: number;
  /** The copy that brought it from another campaign. */
  readonly copy?: string;
};

/** A person or a program edited the record outside of a contact. */
export type RecordEdited = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly by: string;
  /** Names of the fields, without their values. */
  readonly changed: readonly (string)[];
};

/** An agent said how the contact ended. */
export type RecordClassified = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt?: string;
  /** The e-mail that was classified, where it was no part of a contact. */
  readonly message?: string;
  readonly classifier: string;
  readonly by: string;
  readonly success: boolean;
  readonly fields: Readonly<Record<string, string>>;
  readonly parameters?: Readonly<Record<string, string>>;
};

/** The wrap-up ran out without a classification. */
export type RecordUnhandled = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  readonly agent?: string;
};

/** An agent answered questions of the call script. */
export type ScriptAnswered = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  readonly script: string;
  readonly by: string;
  /** Those that are new, by question; an empty one was taken back. */
  readonly answers: Readonly<Record<string, string>>;
};

/**
 * The record was offered to an agent. The call follows by itself after so many seconds, the offer
 * being accepted for the agent, or the agent has so many to start it.
 */
export type RecordOffered = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  readonly agent: string;
  readonly seconds: number;
  readonly starts?: 'by-itself' | 'by-agent';
  /** Seconds of before-call work after the agent accepts; missing when there are none. */
  readonly work?: number;
};

/** The next call was scheduled. */
export type RecordRecallScheduled = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt?: string;
  /** epoch milliseconds */
  readonly for: number;
  readonly by: string;
  readonly gates: readonly ({
    readonly gate: string;
    readonly passed: boolean;
    readonly saw: string | number | boolean;
    readonly wanted?: string | number | boolean;
  })[];
};

/** It was due but may not be called yet; folded on the timeline. */
export type RecordPostponed = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  /** epoch milliseconds */
  readonly until: number;
  readonly gates: readonly ({
    readonly gate: string;
    readonly passed: boolean;
    readonly saw: string | number | boolean;
    readonly wanted?: string | number | boolean;
  })[];
};

/** Another number or address is the default from now on. */
export type RecordDefaultChanged = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly of: 'phone' | 'email';
  /** In the list of the record, from 1. */
  readonly place: number;
  readonly by: string;
};

/**
 * The person may not be contacted: on the blacklist, or no consent. The record is blacklisted or
 * set aside.
 */
export type RecordBlocked = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly by: 'blacklist' | 'consent';
  readonly because: string;
  readonly gates: readonly ({
    readonly gate: string;
    readonly passed: boolean;
    readonly saw: string | number | boolean;
    readonly wanted?: string | number | boolean;
  })[];
};

/** The record was closed. */
export type RecordClosed = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly because: string;
  readonly gates?: readonly ({
    readonly gate: string;
    readonly passed: boolean;
    readonly saw: string | number | boolean;
    readonly wanted?: string | number | boolean;
  })[];
};

/** The record is neither closed nor called again by itself. */
export type RecordSetAside = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly because: string;
  readonly attempt?: string;
};

/** A person put the record back into the list of those to be called. */
export type RecordPutBack = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly by: string;
  /** epoch milliseconds */
  readonly for: number;
};

/** The record became private to an agent. */
export type RecordReserved = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly for: string;
  readonly by: string;
};

/** The record is no longer private. */
export type RecordReleased = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly by: string;
};

/** A classifier moved or copied the record to another campaign, or may not. */
export type RecordPassedOn = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt?: string;
  readonly how: 'moved' | 'copied';
  /** The other campaign. */
  readonly to: string;
  /** present: the person is on record there · refused: the record stays as it was. */
  readonly outcome: 'added' | 'present' | 'refused';
  /** The record there. */
  readonly as?: string;
  /** Fields whose values the other campaign has no place for. */
  readonly leftOut?: readonly (string)[];
  readonly because?: string;
};

/** The record and everything it said about the person were deleted. */
export type RecordDeleted = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly because: string;
};

/** A rule added a parameter. */
export type RecordParameterAdded = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly to: 'number' | 'call';
  readonly name: string;
  readonly value: string;
};

/** The agent accepted the record offered or pressed call on it. */
export type OfferTaken = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  readonly agent: string;
  /** The agent accepted, and the call follows then; missing when call was pressed. */
  readonly seconds?: number;
};

/** The agent did not take the record; it is offered again later. */
export type OfferReturned = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  readonly agent?: string;
  readonly because: 'skipped' | 'time-over';
  /** epoch milliseconds */
  readonly until: number;
};

/** The dialer took the record for a call. */
export type CallOrdered = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  readonly gates: readonly ({
    readonly gate: string;
    readonly passed: boolean;
    readonly saw: string | number | boolean;
    readonly wanted?: string | number | boolean;
  })[];
  readonly phoneEnds: string;
};

/** Connect accepted the call. */
export type CallPlaced = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  readonly contact: string;
};

/**
 * Connect did not say whether it placed the call; the record and its number stay locked until it
 * does, or until then.
 */
export type CallUnclear = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  /** epoch milliseconds */
  readonly until: number;
};

/** Connect refused the call. */
export type CallRefused = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  readonly reason: string;
};

/** The customer or the agent picked up. */
export type CallAnswered = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  readonly by: 'customer' | 'agent';
  readonly agent?: string;
};

/**
 * The call was sent to the queue for an agent. Of an inbound call also what the record window
 * shows: how many records have the number, the window’s size, the ticket keyed.
 */
export type CallRouted = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  readonly queue?: string;
  readonly identity?: 'one' | 'several' | 'none';
  readonly window?: 'full' | 'small';
  readonly ticket?: string;
};

/** The call has waited so many seconds in the queue that its priority rose; 1 is served first. */
export type CallPriorityRaised = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  readonly queue: string;
  readonly waited: number;
  readonly level: number;
  readonly gates: readonly ({
    readonly gate: string;
    readonly passed: boolean;
    readonly saw: string | number | boolean;
    readonly wanted?: string | number | boolean;
  })[];
};

/** An agent transferred the call; the conversation goes on as another contact. */
export type CallTransferred = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  readonly to: 'queue' | 'agent' | 'outside';
  readonly queue?: string;
  readonly agent?: string;
  /** The contact in Connect that goes on with the call. */
  readonly contact: string;
};

/** The call ended. */
export type CallEnded = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  readonly status: 'answered' | 'not-answered' | 'error' | 'busy' | 'abandoned' | 'voicemail' | 'forwarded' | 'sent' | 'received';
  readonly reason?: string;
  readonly talkSeconds?: number;
};

/**
 * A customer called. `identity` says how many records have the number; `movedFrom` names the record
 * that held the call until the caller was recognised.
 */
export type CallReceived = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  readonly contact: string;
  readonly ivr: string;
  readonly phoneEnds: string;
  readonly identity: 'one' | 'several' | 'none';
  readonly movedFrom?: string;
  readonly gates: readonly ({
    readonly gate: string;
    readonly passed: boolean;
    readonly saw: string | number | boolean;
    readonly wanted?: string | number | boolean;
  })[];
};

/** The caller turned out to be another record: the call goes on there. */
export type CallMoved = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  readonly to: string;
  readonly because: string;
};

/** How the caller waits was decided: the priority, 1 is served first, and for whom first. */
export type CallPrioritised = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  readonly queue: string;
  readonly level: number;
  readonly reserve: 'private' | 'last' | 'none';
  readonly agent?: string;
  readonly gates: readonly ({
    readonly gate: string;
    readonly passed: boolean;
    readonly saw: string | number | boolean;
    readonly wanted?: string | number | boolean;
  })[];
};

/** An inbound call ended without an agent; the gates say whether it is called back. */
export type CallMissed = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  readonly gates: readonly ({
    readonly gate: string;
    readonly passed: boolean;
    readonly saw: string | number | boolean;
    readonly wanted?: string | number | boolean;
  })[];
};

/**
 * An inbound call ended without an agent, but was taken at a number outside; the gates say how that
 * is known, and whether it is called back all the same.
 */
export type CallForwarded = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  readonly block: string;
  readonly gates: readonly ({
    readonly gate: string;
    readonly passed: boolean;
    readonly saw: string | number | boolean;
    readonly wanted?: string | number | boolean;
  })[];
};

/** Nothing of the call is open any more; where a rule is named, it follows. */
export type AttemptSettled = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  readonly status: 'answered' | 'not-answered' | 'error' | 'busy' | 'abandoned' | 'voicemail' | 'forwarded' | 'sent' | 'received';
  readonly classified: boolean;
  readonly rule?: string;
  readonly parameters?: Readonly<Record<string, string>>;
  /** Which number of the record is called next, before the rule follows; from 1. */
  readonly nextNumber?: number;
};

/**
 * The callback rule decided: the tiles passed and what the conditions saw. `restarted` names a tile
 * that no longer exists, `skipped` those whose action was left out because the classifier had
 * decided.
 */
export type RuleApplied = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  readonly rule: string;
  readonly path: readonly (string)[];
  readonly values: Readonly<Record<string, string | number | boolean>>;
  readonly restarted?: string;
  readonly skipped?: readonly (string)[];
  readonly ruleVersion: string;
};

/** The caller asked to be called back; it is scheduled when the call ends without an agent. */
export type CallbackRequested = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  /** epoch milliseconds */
  readonly wanted: number;
  readonly phoneEnds: string;
};

/** The caller asked to be called back, which cannot be done. */
export type CallbackRefused = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  readonly because: string;
};

/** The caller left a message; `key` names it in the recordings bucket. */
export type VoicemailTaken = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  readonly key: string;
  readonly seconds: number;
};

/** The caller answered a question of the survey. */
export type SurveyAnswered = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  readonly question: string;
  readonly key: string;
};

/** The caller is called back for the survey. */
export type SurveyCalled = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  readonly contact: string;
};

/** The caller is not called back for the survey. */
export type SurveyNotCalled = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  readonly because: string;
};

/** The agent took the further wrap-up time. */
export type WrapUpExtended = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  readonly agent: string;
  /** epoch milliseconds */
  readonly until: number;
};

/** A message is to be sent. */
export type MessageOrdered = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly message: string;
  readonly kind: 'sms' | 'email';
  readonly attempt?: string;
  /** What was looked at before; of the text of an SMS campaign. */
  readonly gates?: readonly ({
    readonly gate: string;
    readonly passed: boolean;
    readonly saw: string | number | boolean;
    readonly wanted?: string | number | boolean;
  })[];
  readonly phoneEnds?: string;
  /** The agent who wrote it. */
  readonly by?: string;
};

/** The agent accepted the conversation. */
export type ConversationTaken = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  readonly agent: string;
};

/** The agent rejected the conversation. */
export type ConversationDeclined = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly attempt: string;
  readonly agent: string;
  /** Whom it goes to, if anybody. */
  readonly next?: string;
};

/** A message could not be ordered, e.g. no address. */
export type MessageNotOrdered = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly kind: 'sms' | 'email';
  readonly because: string;
};

/** The person wrote a text message, or answered an e-mail. */
export type MessageReceived = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly message: string;
  readonly kind: 'sms' | 'email';
  /** Of a text. */
  readonly phoneEnds?: string;
  /** Of an e-mail: its first letter and its domain. */
  readonly address?: string;
  /** The conversation it belongs to. */
  readonly attempt?: string;
  readonly queue?: string;
  /** Who is to read it; missing while nobody is at work. */
  readonly agent?: string;
  /** The person wants no more messages: STOP. */
  readonly optOut?: boolean;
};

/** An e-mail came for the record that no agent is shown. */
export type MessageNotTaken = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly message: string;
  readonly kind: 'email';
  /** automatic: a program answered, such as an absence note. */
  readonly because: 'automatic' | 'spam' | 'virus';
};

/** The provider took the message. */
export type MessageSent = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly message: string;
  readonly kind: 'sms' | 'email';
};

/** The provider reports delivery. */
export type MessageDelivered = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly message: string;
  readonly kind: 'sms' | 'email';
};

/** The message was not delivered. */
export type MessageFailed = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly message: string;
  readonly kind: 'sms' | 'email';
  readonly reason: string;
  /** It was not sent, because the person may not be written to, or not so often. */
  readonly blocked?: 'blacklist' | 'consent' | 'cap';
};

/** An e-mail came back for good: the address is blacklisted for e-mails. */
export type MessageBounced = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly message: string;
  readonly kind: 'sms' | 'email';
};

/** The person reported an e-mail as spam: the address is blacklisted for e-mails. */
export type MessageComplained = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly message: string;
  readonly kind: 'sms' | 'email';
};

/**
 * The provider says that the person wants no text messages: the number is blacklisted for them, and
 * their consent is withdrawn.
 */
export type MessageOptedOut = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly message: string;
  readonly kind: 'sms' | 'email';
};

/** A crash left open whether it was sent; it is not sent again. */
export type MessageUnknown = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** Id of the record. */
  readonly record: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly message: string;
  readonly kind: 'sms' | 'email';
};

/** The campaign was switched. */
export type CampaignSwitched = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly by: string;
};

/** Every record has been worked to the end. */
export type CampaignExhausted = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
};

/** The pool left to dial is small. */
export type CampaignPoolLow = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly left: number;
  readonly limit: number;
};

/** The provider took the e-mail that tells a supervisor of the alert. */
export type SupervisorAlerted = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly supervisor: string;
};

/** The e-mail to a supervisor was refused or came back. */
export type SupervisorNotAlerted = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly supervisor: string;
  readonly reason: string;
};

/**
 * A webhook was switched off: its receiver has failed for days, or answered that it is gone (410).
 * Its deliveries are kept and can be sent again.
 */
export type WebhookDisabled = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly webhook: string;
  readonly because: 'failing' | 'gone';
  /** When its first delivery failed without a success since, epoch ms. */
  readonly since: number;
};

/** A webhook was switched on again. */
export type WebhookEnabled = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly webhook: string;
  readonly by: string;
};

/** A file of contacts was imported. */
export type ImportFinished = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly file: string;
  readonly imported: number;
  readonly present: number;
  readonly duplicates: number;
  readonly rejected: number;
  /** Rows of the file: the sum of the four. */
  readonly rows?: number;
  /** Rows with a remark in the report. */
  readonly remarked?: number;
  /** Of those imported, people at a cap: they are due when there is room. */
  readonly held?: number;
  /** As the file was read. */
  readonly encoding?: string;
  readonly delimiter?: string;
  /** Why the file was not read at all. */
  readonly problem?: string;
};

/** The import of a file was undone. */
export type ImportUndone = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly file: string;
  readonly by: string;
  /** Records that were deleted. */
  readonly removed: number;
  /** Records that stay, because somebody was contacted since. */
  readonly kept: number;
  /** Why nothing could be undone. */
  readonly problem?: string;
};

/** Records of another campaign were copied. */
export type CopyFinished = {
  /** Of this schema. */
  readonly version: 1;
  /** The same whenever this event is told again. */
  readonly id: string;
  /**
   * Grows with every event of the same record, or of the campaign itself: later events have higher
   * numbers, with gaps.
   */
  readonly sequence: number;
  /** Id of the campaign. */
  readonly campaign: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly copy: string;
  /** The campaign the records come from. */
  readonly from: string;
  readonly by: string;
  /** Records looked at: those of the next three, and those not wanted. */
  readonly looked: number;
  readonly added: number;
  /** The same person was there already. */
  readonly present: number;
  readonly refused: number;
};

/** The detail of each event by its detail type. */
export interface RingbackEvents {
  'record.added': RecordAdded;
  'record.edited': RecordEdited;
  'record.classified': RecordClassified;
  'record.unhandled': RecordUnhandled;
  'script.answered': ScriptAnswered;
  'record.offered': RecordOffered;
  'record.recall-scheduled': RecordRecallScheduled;
  'record.postponed': RecordPostponed;
  'record.default-changed': RecordDefaultChanged;
  'record.blocked': RecordBlocked;
  'record.closed': RecordClosed;
  'record.set-aside': RecordSetAside;
  'record.put-back': RecordPutBack;
  'record.reserved': RecordReserved;
  'record.released': RecordReleased;
  'record.passed-on': RecordPassedOn;
  'record.deleted': RecordDeleted;
  'record.parameter-added': RecordParameterAdded;
  'offer.taken': OfferTaken;
  'offer.returned': OfferReturned;
  'call.ordered': CallOrdered;
  'call.placed': CallPlaced;
  'call.unclear': CallUnclear;
  'call.refused': CallRefused;
  'call.answered': CallAnswered;
  'call.routed': CallRouted;
  'call.priority-raised': CallPriorityRaised;
  'call.transferred': CallTransferred;
  'call.ended': CallEnded;
  'call.received': CallReceived;
  'call.moved': CallMoved;
  'call.prioritised': CallPrioritised;
  'call.missed': CallMissed;
  'call.forwarded': CallForwarded;
  'attempt.settled': AttemptSettled;
  'rule.applied': RuleApplied;
  'callback.requested': CallbackRequested;
  'callback.refused': CallbackRefused;
  'voicemail.taken': VoicemailTaken;
  'survey.answered': SurveyAnswered;
  'survey.called': SurveyCalled;
  'survey.not-called': SurveyNotCalled;
  'wrap-up.extended': WrapUpExtended;
  'message.ordered': MessageOrdered;
  'conversation.taken': ConversationTaken;
  'conversation.declined': ConversationDeclined;
  'message.not-ordered': MessageNotOrdered;
  'message.received': MessageReceived;
  'message.not-taken': MessageNotTaken;
  'message.sent': MessageSent;
  'message.delivered': MessageDelivered;
  'message.failed': MessageFailed;
  'message.bounced': MessageBounced;
  'message.complained': MessageComplained;
  'message.opted-out': MessageOptedOut;
  'message.unknown': MessageUnknown;
  'campaign.switched': CampaignSwitched;
  'campaign.exhausted': CampaignExhausted;
  'campaign.pool-low': CampaignPoolLow;
  'supervisor.alerted': SupervisorAlerted;
  'supervisor.not-alerted': SupervisorNotAlerted;
  'webhook.disabled': WebhookDisabled;
  'webhook.enabled': WebhookEnabled;
  'import.finished': ImportFinished;
  'import.undone': ImportUndone;
  'copy.finished': CopyFinished;
}

export type RingbackEventType = keyof RingbackEvents;

/** As EventBridge hands it over. */
export type BusEvent = {
  [T in RingbackEventType]: {
    readonly id: string;
    readonly source: 'ringback';
    readonly 'detail-type': T;
    readonly time: string;
    readonly detail: RingbackEvents[T];
  };
}[RingbackEventType];

/** The body of a webhook. */
export type WebhookBody = {
  [T in RingbackEventType]: {
    readonly type: T;
    /** When the event happened, ISO 8601. */
    readonly timestamp: string;
    readonly data: RingbackEvents[T];
  };
}[RingbackEventType];
