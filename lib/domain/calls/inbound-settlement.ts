// How an inbound call leaves its record when nothing of it is open any more. With an agent and
// without a classification the record is unhandled (REC-9); one whose state no call may change
// keeps it (INB-12). Without an agent the call was missed: a call back is set (INB-13), or the
// record is as it was before. One taken at a number outside (IVR-8) is called back only for who
// asked.
import type { Attempt } from '../model/attempt.ts';
import type { Gate } from '../model/gate.ts';
import type { TakenFrom } from '../model/inbound-call.ts';
import type { Instant } from '../model/instant.ts';
import type { RecordEntry } from '../model/journal.ts';
import type { CampaignRecord } from '../model/record.ts';
import { close, leaveUnhandled } from '../records/record-changes.ts';
import { callBackOf, calledBack } from './call-back.ts';
import { type TakenOutside, takenOutside } from './forwarding.ts';
import type { CallBackSetting } from './inbound-setting.ts';
import { restored } from './restoring.ts';

export interface InboundSettlement {
  readonly callBack: CallBackSetting;
  readonly protectClosed: boolean;
}

interface Left {
  readonly record: CampaignRecord;
  readonly entries: readonly RecordEntry[];
}

/** @param record as the call has it; one that another attempt has stays as it is */
export function leftByCall(
  record: CampaignRecord,
  attempt: Attempt,
  settlement: InboundSettlement | undefined,
  now: Instant,
): Left {
  const spoke = attempt.timestamps.connectedToAgent !== undefined;
  return spoke
    ? leftByAgent(record, attempt, settlement, now)
    : leftUnspoken(record, attempt, settlement, now);
}

function leftByAgent(
  record: CampaignRecord,
  attempt: Attempt,
  settlement: InboundSettlement | undefined,
  now: Instant,
): Left {
  const { inbound, agent, id } = attempt;
  const by = agent === undefined ? {} : { agent };
  const unhandled: RecordEntry = { type: 'record.unhandled', at: now, attempt: id, ...by };
  if (inbound?.took === undefined) return { record, entries: [unhandled] };
  if (keepsState(inbound.took, settlement?.protectClosed ?? false)) {
    return { record: restored(record, inbound.took), entries: [] };
  }
  const left = leaveUnhandled(record, { attempt: id, agent, since: now });
  return { record: left, entries: [unhandled] };
}

/** What an agent's conversation does not change. */
export function keepsState({ state }: TakenFrom, protectClosed: boolean): boolean {
  return state === 'blacklisted' || (state === 'closed' && protectClosed);
}

function leftUnspoken(
  record: CampaignRecord,
  attempt: Attempt,
  settlement: InboundSettlement | undefined,
  now: Instant,
): Left {
  const { inbound, endpoint: phone } = attempt;
  const took = inbound?.took;
  const outside = takenOutside(attempt);
  const { verdict, gates } = callBackOf({
    record,
    phone,
    now,
    setting: settlement?.callBack ?? NO_LONGER,
    took,
    wish: inbound?.callBack,
    takenOutside: outside.verdict.kind === 'taken',
  });
  const ended = endOf(attempt, outside, gates, now);
  if (took === undefined) return { record, entries: [ended] };
  if (verdict.kind === 'none') return goBack(record, took, ended, now);
  const scheduled: RecordEntry = {
    type: 'record.recall-scheduled',
    at: now,
    attempt: attempt.id,
    for: verdict.at,
    by: inbound?.callBack === undefined ? 'missed call' : 'the caller',
    gates,
  };
  return {
    record: calledBack(record, verdict.at, verdict.phone),
    entries: [ended, scheduled],
  };
}

function endOf(
  { id }: Attempt,
  { verdict, gates }: TakenOutside,
  callBack: readonly Gate[],
  now: Instant,
): RecordEntry {
  const about = { at: now, attempt: id, gates: [...gates, ...callBack] };
  if (verdict.kind === 'not') return { type: 'call.missed', ...about };
  return { type: 'call.forwarded', ...about, block: verdict.block };
}

function goBack(record: CampaignRecord, took: TakenFrom, ended: RecordEntry, now: Instant): Left {
  if (took.state !== 'none') return { record: restored(record, took), entries: [ended] };
  const because =
    ended.type === 'call.forwarded'
      ? 'the caller was forwarded outside, and nothing follows'
      : 'the caller reached no agent, and nothing follows';
  return { record: close(record), entries: [ended, { type: 'record.closed', at: now, because }] };
}

/** For a campaign that has left the files. */
const NO_LONGER: CallBackSetting = { callBack: 'never', placesCalls: false, zone: 'UTC' };
