// An inbound call and its record (INB-1). The call takes the record as a call of the dialer does,
// so that nobody dials a customer who is on the line; what the record was before is kept with the
// call and comes back when nobody spoke with them. A record that another attempt has is left to it:
// the call stands beside. Callback rules follow calls of the dialer only (CBR-1): what follows an
// inbound call is the agent's classification, or a call back (INB-13).

import { restored } from '../calls/restoring.ts';
import type { Attempt } from '../model/attempt.ts';
import type { Change } from '../model/change.ts';
import type { Gate } from '../model/gate.ts';
import {
  type AttemptId,
  attemptId,
  type ContactId,
  type RecordId,
  recordId,
} from '../model/ids.ts';
import type { Identity, InboundCall, TakenFrom } from '../model/inbound-call.ts';
import type { Instant } from '../model/instant.ts';
import type { RecordEntry } from '../model/journal.ts';
import { mask } from '../model/mask.ts';
import type { CampaignRecord, CurrentAttempt } from '../model/record.ts';
import { deadlineOf, type PhaseTimes } from '../records/deadlines.ts';
import { changed, close, newAttempt, nextVersion } from '../records/record-changes.ts';

/** Who adds the record of a caller not known before. */
export const ADDED_BY_CALL = 'a call';

/** A call is taken in once, however often Connect asks: its ids follow from the contact. */
export const attemptOfCall = (contact: ContactId): AttemptId => attemptId(`in-${contact}`);
/** Callers nobody knows get a record of their own, so that every call has a timeline. */
const recordOfCall = (contact: ContactId): RecordId => recordId(`call-${contact}`);

export interface IncomingCall {
  readonly contact: ContactId;
  readonly ivr: string;
  /** E.164; empty when withheld. */
  readonly phone: string;
  readonly to?: string;
  readonly identity: Identity;
  readonly gates: readonly Gate[];
  readonly times: PhaseTimes;
  /** What the call brings along from the record that held it before, and which that was. */
  readonly moved?: {
    readonly from: RecordId;
    readonly call: InboundCall;
    readonly attempt: Attempt;
  };
  readonly now: Instant;
}

/** The record of a caller nobody knows, as if it had been there before the call. */
export function recordOfStranger(
  campaign: CampaignRecord['campaign'],
  { contact, phone, now }: Pick<IncomingCall, 'contact' | 'phone' | 'now'>,
): CampaignRecord {
  return {
    campaign,
    record: recordOfCall(contact),
    version: 0,
    state: 'closed',
    phones: phone === '' ? [] : [{ value: phone, isDefault: true }],
    emails: [],
    fields: {},
    parameters: {},
    weight: 0,
    attempts: 0,
    endings: {},
    success: false,
    rule: { passes: {} },
    origin: { kind: 'call' },
    createdAt: now,
    updatedAt: now,
  };
}

/**
 * @param record as it stands; version 0 when the call makes it
 * @param earlier the attempt the call left here when it was moved away, now that it comes back
 */
export function takeCallIn(record: CampaignRecord, call: IncomingCall, earlier?: Attempt): Change {
  const { now, contact, moved } = call;
  const id = attemptOfCall(contact);
  const isNew = record.version === 0;
  const takes = isNew || record.current === undefined;
  const fresh = newAttempt(record, {
    id,
    channel: 'voice',
    direction: 'inbound',
    endpoint: call.phone,
    now,
  });
  const attempt: Attempt = {
    ...fresh,
    contact,
    ...(moved && { timestamps: moved.attempt.timestamps, orderedAt: moved.attempt.orderedAt }),
    ...(moved?.attempt.agent !== undefined && { agent: moved.attempt.agent }),
    inbound: detailsOf(record, call, takes),
  };
  const received = receivedEntry(attempt.id, call);
  return {
    before: isNew ? undefined : record,
    after: changed(takes ? taken(record, attempt, call) : record, now),
    entries: isNew ? [{ type: 'record.added', at: now, by: ADDED_BY_CALL }, received] : [received],
    attempt: {
      before: earlier,
      after: earlier === undefined ? attempt : { ...attempt, version: earlier.version + 1 },
    },
  };
}

function detailsOf(record: CampaignRecord, call: IncomingCall, takes: boolean): InboundCall {
  const { took: _, movedTo: __, ...brought } = call.moved?.call ?? {};
  return {
    ...brought,
    ivr: call.ivr,
    identity: call.identity,
    ...(call.to !== undefined && { to: call.to }),
    took: takes ? takenFrom(record) : undefined,
  };
}

function takenFrom({ version, state, nextContact }: CampaignRecord): TakenFrom {
  if (version === 0) return { state: 'none' };
  return { state, nextContact };
}

function taken(record: CampaignRecord, attempt: Attempt, { times, now }: IncomingCall) {
  const { nextContact: _, ...rest } = record;
  const current: CurrentAttempt = {
    attempt: attempt.id,
    inbound: {},
    phase: 'connected',
    since: now,
    deadline: deadlineOf('connected', attempt, times, now),
  };
  return { ...rest, state: 'being-contacted', current } as const;
}

function receivedEntry(attempt: AttemptId, call: IncomingCall): RecordEntry {
  const { now, contact, ivr, identity, gates, moved } = call;
  return {
    type: 'call.received',
    at: now,
    attempt,
    contact,
    ivr,
    phoneEnds: call.phone === '' ? 'withheld' : mask(call.phone),
    identity,
    movedFrom: moved?.from,
    gates,
  };
}

/** The call goes on at another record; undefined when this one has let go of it already. */
export function letGo(
  record: CampaignRecord,
  attempt: Attempt,
  to: { readonly record: RecordId; readonly because: string },
  now: Instant,
): Change | undefined {
  const { inbound } = attempt;
  if (inbound === undefined || attempt.settled) return undefined;
  const moved: RecordEntry = {
    type: 'call.moved',
    at: now,
    attempt: attempt.id,
    to: to.record,
    because: to.because,
  };
  const owns = record.current?.attempt === attempt.id && inbound.took !== undefined;
  const strange = inbound.took?.state === 'none';
  const because = 'the caller is another record';
  const back = strange ? close(record) : restored(record, inbound.took);
  const entries: RecordEntry[] =
    owns && strange ? [moved, { type: 'record.closed', at: now, because }] : [moved];
  return {
    before: record,
    after: changed(owns ? back : record, now),
    entries,
    attempt: {
      before: attempt,
      after: nextVersion({
        ...attempt,
        settled: true,
        ruleApplied: true,
        inbound: { ...inbound, movedTo: to.record },
      }),
    },
  };
}
