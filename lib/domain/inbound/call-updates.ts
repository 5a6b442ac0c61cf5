// What a call notes while it goes on: each a change of the record with its call, or undefined when
// there is nothing to note. The record itself stays as it is; its version counts, as with every
// change.

import { own } from '../../language/dictionary.ts';
import type { Attempt } from '../model/attempt.ts';
import type { Change } from '../model/change.ts';
import type { Gate } from '../model/gate.ts';
import type { CallBackWish, InboundCall, Waiting } from '../model/inbound-call.ts';
import { type Instant, plus } from '../model/instant.ts';
import type { RecordEntry } from '../model/journal.ts';
import { mask } from '../model/mask.ts';
import type { CampaignRecord } from '../model/record.ts';
import { changed, nextVersion } from '../records/record-changes.ts';

export interface OnCall {
  readonly record: CampaignRecord;
  readonly attempt: Attempt;
  readonly now: Instant;
}

function noted(
  { record, attempt, now }: OnCall,
  news: Partial<InboundCall>,
  entries: readonly RecordEntry[] = [],
): Change | undefined {
  const { inbound } = attempt;
  if (inbound === undefined) return undefined;
  return {
    before: record,
    after: changed(record, now),
    entries,
    attempt: {
      before: attempt,
      after: nextVersion({ ...attempt, inbound: { ...inbound, ...news } }),
    },
  };
}

/** The caller is about to wait in a queue. */
export function noteWaiting(
  call: OnCall,
  waiting: Waiting,
  reserve: 'private' | 'last' | 'none',
  gates: readonly Gate[],
): Change | undefined {
  const { queue, level, agent } = waiting;
  const who = agent === undefined ? {} : { agent };
  const about = { attempt: call.attempt.id, queue, level, reserve, ...who, gates };
  return noted(call, { waiting }, [{ type: 'call.prioritised', at: call.now, ...about }]);
}

/** Connect serves the waiting call sooner from now on (PRI-5); calls of the dialer rise as well. */
export function noteRaise(
  { record, attempt, now }: OnCall,
  raise: {
    readonly queue: string;
    readonly waited: number;
    readonly level: number;
    readonly gates: readonly Gate[];
  },
): Change {
  return {
    before: record,
    after: changed(record, now),
    entries: [{ type: 'call.priority-raised', at: now, attempt: attempt.id, ...raise }],
    attempt: { before: attempt, after: nextVersion({ ...attempt, raisedTo: raise.level }) },
  };
}

/** The caller asks to be called back (IVR-24); asked twice, the later wish counts. */
export function noteCallBack(call: OnCall, wish: CallBackWish): Change | undefined {
  const about = { attempt: call.attempt.id, wanted: wish.wanted, phoneEnds: mask(wish.phone) };
  return noted(call, { callBack: wish }, [{ type: 'callback.requested', at: call.now, ...about }]);
}

export function noteRefusedCallBack(call: OnCall, because: string): Change | undefined {
  const about = { attempt: call.attempt.id, because };
  return noted(call, {}, [{ type: 'callback.refused', at: call.now, ...about }]);
}

/**
 * Milliseconds within which a second beginning is Connect asking again: it repeats what it got no
 * answer to.
 */
const ASKED_AGAIN = 9000;

/** A message begins (IVR-23). */
export function noteVoicemail(call: OnCall, block: string): Change | undefined {
  const { attempt, now } = call;
  const marks = attempt.inbound?.voicemails ?? [];
  const last = marks.at(-1);
  const open = last !== undefined && last.end === undefined;
  if (open && last.block === block && now - last.begin < ASKED_AGAIN) return undefined;
  const before = open ? [...marks.slice(0, -1), { ...last, end: now }] : marks;
  return noted(call, { voicemails: [...before, { block, begin: now }] });
}

export function noteVoicemailEnd(call: OnCall): Change | undefined {
  const marks = call.attempt.inbound?.voicemails ?? [];
  const last = marks.at(-1);
  if (last === undefined || last.end !== undefined) return undefined;
  return noted(call, { voicemails: [...marks.slice(0, -1), { ...last, end: call.now }] });
}

/** Between asking Connect to dial and Connect's own clock, seconds. */
const DIALING = 2;

/**
 * The call is about to be forwarded (IVR-8); one that was taken outside before stays so.
 * @param ringFor seconds
 */
export function noteForwarding(call: OnCall, block: string, ringFor: number): Change | undefined {
  const { attempt, now } = call;
  const last = attempt.inbound?.forwarding;
  if (last?.outcome === 'taken') return undefined;
  const open = last !== undefined && last.outcome === undefined;
  if (open && last.block === block && now - last.begin < ASKED_AGAIN) return undefined;
  const ringsUntil = plus(now, ringFor + DIALING);
  return noted(call, { forwarding: { block, begin: now, ringsUntil } });
}

export function noteForwardingOutcome(
  call: OnCall,
  outcome: 'taken' | 'failed',
): Change | undefined {
  const last = call.attempt.inbound?.forwarding;
  if (last === undefined || last.outcome !== undefined) return undefined;
  return noted(call, { forwarding: { ...last, outcome } });
}

/** The first answer to a question stays (INB-9). */
export function noteAnswer(call: OnCall, question: string, key: string): Change | undefined {
  const answers = call.attempt.inbound?.answers ?? {};
  if (own(answers, question) !== undefined) return undefined;
  const about = { attempt: call.attempt.id, question, key };
  return noted(call, { answers: { ...answers, [question]: key } }, [
    { type: 'survey.answered', at: call.now, ...about },
  ]);
}

/** Connect is about to be asked for the survey call; it is never asked twice (DIA-7). */
export const noteSurveyAsked = (call: OnCall): Change | undefined =>
  noted(call, { surveyAskedAt: call.now });

/** It has placed nothing for certain. */
export function noteSurveyNotAsked({ record, attempt, now }: OnCall): Change | undefined {
  if (attempt.inbound?.surveyAskedAt === undefined) return undefined;
  const { surveyAskedAt: _, ...inbound } = attempt.inbound;
  return {
    before: record,
    after: changed(record, now),
    entries: [],
    attempt: { before: attempt, after: nextVersion({ ...attempt, inbound }) },
  };
}

export function noteSurveyCall(
  call: OnCall,
  result: { readonly contact: string } | { readonly because: string },
): Change | undefined {
  const about = { at: call.now, attempt: call.attempt.id };
  const entry: RecordEntry =
    'contact' in result
      ? { type: 'survey.called', ...about, contact: result.contact }
      : { type: 'survey.not-called', ...about, because: result.because };
  return noted(call, {}, [entry]);
}
