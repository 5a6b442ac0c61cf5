// State that earlier versions wrote, as this version has it. Items are converted when they are read
// and written in today's shape with their next change, so nothing has to be migrated.
import type { Attempt } from '../../domain/model/attempt.ts';
import type { Phase } from '../../domain/model/channel.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';

/** Until an attempt had a channel, every one was a call: `phone`, `callerId`, `marks`. */
type CallAttempt = Omit<Attempt, 'channel' | 'direction' | 'endpoint' | 'sender' | 'timestamps'> & {
  readonly direction?: 'inbound';
  readonly phone: string;
  readonly callerId?: string;
  readonly marks: Attempt['timestamps'];
};

/** And a record counted its calls. */
type CallRecord = Omit<CampaignRecord, 'endings'> & { readonly calls: CampaignRecord['endings'] };

export function readAttempt(stored: object): Attempt {
  if ('channel' in stored) return stored as Attempt;
  const { phone, callerId, marks, direction, ...rest } = stored as CallAttempt;
  return {
    ...rest,
    channel: 'voice',
    direction: direction ?? 'outbound',
    endpoint: phone,
    ...(callerId !== undefined && { sender: callerId }),
    timestamps: marks,
  };
}

const PHASES: Readonly<Record<string, Phase>> = { placed: 'started', answered: 'connected' };

export function readRecord(stored: object): CampaignRecord {
  if (!('calls' in stored)) return stored as CampaignRecord;
  const { calls, current, ...rest } = stored as CallRecord;
  const record = { ...rest, endings: calls };
  if (current === undefined) return record;
  return { ...record, current: { ...current, phase: PHASES[current.phase] ?? current.phase } };
}
