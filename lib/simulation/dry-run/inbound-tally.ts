// Calls that came in during a run, from the journal: every call received was answered by an
// agent, forwarded and taken outside, missed, or is still on the line; and a missed one ended one
// way.
import type { EntryType } from '../../domain/model/journal.ts';

/** An entry of the journal, or the event that published it. */
interface CallEvent {
  readonly type: EntryType;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** A call by its attempt. */
type Ended = 'answered' | 'forwarded' | 'missed';

interface InboundCall {
  readonly contact: string;
  ended: Ended | undefined;
  voicemail: boolean;
  callback: boolean;
}

export interface InboundTally {
  readonly calls: Map<string, InboundCall>;
  surveyAnswers: number;
  /** Callers called back for the survey: calls of the network that no attempt stands for. */
  surveyCalls: number;
}

export const newInboundTally = (): InboundTally => ({
  calls: new Map(),
  surveyAnswers: 0,
  surveyCalls: 0,
});

/** true: the event is about a call that came in, and nothing of the dialer's. */
export function countInbound(tally: InboundTally, { type, detail }: CallEvent): boolean {
  const attempt = String(detail.attempt ?? '');
  if (type === 'call.received') {
    const contact = String(detail.contact);
    const call = { contact, ended: undefined, voicemail: false, callback: false };
    // a caller who was recognised goes on as another record's call
    for (const [id, earlier] of tally.calls)
      if (earlier.contact === contact) tally.calls.delete(id);
    tally.calls.set(attempt, call);
    return true;
  }
  if (type === 'survey.answered') tally.surveyAnswers++;
  if (type === 'survey.called') tally.surveyCalls++;
  const call = tally.calls.get(attempt);
  if (!call) return false;
  if (type === 'call.ended') call.ended = endedBy(detail.status);
  if (type === 'voicemail.taken') call.voicemail = true;
  if (type === 'record.recall-scheduled') call.callback = true;
  return true;
}

const endedBy = (status: unknown): Ended =>
  status === 'answered' || status === 'forwarded' ? status : 'missed';

/** Of a campaign. */
export interface InboundSums {
  readonly received: number;
  readonly answered: number;
  /** Taken at a number outside (IVR-8). */
  readonly forwarded: number;
  readonly missed: number;
  readonly onTheLine: number;
  /** Of the missed, each counted once, in this order. */
  readonly voicemail: number;
  readonly callback: number;
  readonly hungUp: number;
  readonly surveyAnswers: number;
}

export function inboundSums(tally: InboundTally): InboundSums {
  const sums = { answered: 0, forwarded: 0, missed: 0, onTheLine: 0 };
  const missed = { voicemail: 0, callback: 0, hungUp: 0 };
  for (const call of tally.calls.values()) {
    sums[call.ended ?? 'onTheLine']++;
    if (call.ended !== 'missed') continue;
    if (call.voicemail) missed.voicemail++;
    else if (call.callback) missed.callback++;
    else missed.hungUp++;
  }
  const { surveyAnswers } = tally;
  return { received: tally.calls.size, ...sums, ...missed, surveyAnswers };
}
