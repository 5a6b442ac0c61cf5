// How an inbound call leaves its record when nothing of it is open any more. With an agent and without a classification the
// record is unhandled (REC-9); one whose state no call may change keeps it (INB-12). Without an agent the call was missed: a call
// back is set (INB-13), or the record is as it was before.
import type { Attempt } from '../attempt.ts';
import type { Instant } from '../instant.ts';
import type { RecordEntry } from '../journal.ts';
import type { CampaignRecord } from '../record.ts';
import { close, rest } from '../record-changes.ts';
import { callBackOf, calledBack } from './call-back.ts';
import type { TakenFrom } from './inbound-call.ts';
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
  const spoke = attempt.marks.connectedToAgent !== undefined;
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
  return { record: rest(record, 'unhandled'), entries: [unhandled] };
}

/** What an agent's conversation does not change. */
export function keepsState({ state }: TakenFrom, protectClosed: boolean): boolean {
  return state === 'blacklisted' || (state === 'closed' && protectClosed);
}

function leftUnspoken(
  record: CampaignRecord,
  { inbound, phone, id }: Attempt,
  settlement: InboundSettlement | undefined,
  now: Instant,
): Left {
  const took = inbound?.took;
  const { verdict, gates } = callBackOf({
    record,
    phone,
    now,
    setting: settlement?.callBack ?? NO_LONGER,
    ...(took && { took }),
    ...(inbound?.callBack && { wish: inbound.callBack }),
  });
  const missed: RecordEntry = { type: 'call.missed', at: now, attempt: id, gates };
  if (took === undefined) return { record, entries: [missed] };
  if (verdict.kind === 'none') return goBack(record, took, missed, now);
  const scheduled: RecordEntry = {
    type: 'record.recall-scheduled',
    at: now,
    attempt: id,
    for: verdict.at,
    by: inbound?.callBack === undefined ? 'missed call' : 'the caller',
    gates,
  };
  return {
    record: calledBack(record, verdict.at, verdict.phone),
    entries: [missed, scheduled],
  };
}

function goBack(record: CampaignRecord, took: TakenFrom, missed: RecordEntry, now: Instant): Left {
  if (took.state !== 'none') return { record: restored(record, took), entries: [missed] };
  const because = 'the caller reached no agent, and nothing follows';
  return { record: close(record), entries: [missed, { type: 'record.closed', at: now, because }] };
}

/** For a campaign that has left the files. */
const NO_LONGER: CallBackSetting = { callBack: 'never', placesCalls: false, zone: 'UTC' };
