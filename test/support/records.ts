// Records, attempts and messages as plain values: a whole valid one, with what a test cares about
// put in.

import type { Attempt } from '../../lib/domain/model/attempt.ts';
import type { Addition } from '../../lib/domain/model/change.ts';
import {
  attemptId,
  campaignId,
  messageId,
  type RecordRef,
  recordId,
} from '../../lib/domain/model/ids.ts';
import { type Instant, parseInstant, plus } from '../../lib/domain/model/instant.ts';
import type { RecordEntry } from '../../lib/domain/model/journal.ts';
import type { Message } from '../../lib/domain/model/message.ts';
import type { CampaignRecord, CurrentAttempt } from '../../lib/domain/model/record.ts';

/** A Monday morning. */
export const NOW = parseInstant('2026-03-02T09:00:00Z');

/** Seconds after NOW. */
export const at = (seconds: number): Instant => plus(NOW, seconds);

export const ref = (campaign: string, record: string): RecordRef => ({
  campaign: campaignId(campaign),
  record: recordId(record),
});

/** A new record that is due at once; version 1. */
export function aRecord(name = 'ann', changes: Partial<CampaignRecord> = {}): CampaignRecord {
  return {
    ...ref('spring', name),
    version: 1,
    state: 'new',
    phones: [{ value: '+48221000001', isDefault: true }],
    emails: [{ value: 'ann@example.org', isDefault: true }],
    fields: { city: 'Gdynia' },
    parameters: {},
    weight: 0,
    nextContact: NOW,
    attempts: 0,
    endings: {},
    success: false,
    rule: { passes: {} },
    origin: { kind: 'import', file: 'people.csv', row: 2 },
    createdAt: NOW,
    updatedAt: NOW,
    ...changes,
  };
}

/** The same record one version on. */
export function changed(
  record: CampaignRecord,
  changes: Partial<CampaignRecord> = {},
): CampaignRecord {
  return { ...record, version: record.version + 1, ...changes };
}

/** The record taken for a call, one version on. */
export function taken(
  record: CampaignRecord,
  attempt = 'a1',
  changes: Partial<CurrentAttempt> = {},
): CampaignRecord {
  const { nextContact: _, ...rest } = changed(record, { state: 'being-contacted' });
  const current = { attempt: attemptId(attempt), phase: 'ordered', since: NOW } as const;
  return { ...rest, current: { ...current, deadline: at(300), ...changes } };
}

export function anAttempt(
  record: CampaignRecord,
  id = 'a1',
  changes: Partial<Attempt> = {},
): Attempt {
  return {
    campaign: record.campaign,
    record: record.record,
    id: attemptId(id),
    version: 1,
    channel: 'voice',
    direction: 'outbound',
    endpoint: record.phones[0]?.value ?? '+48221000001',
    orderedAt: NOW,
    timestamps: {},
    settled: false,
    ruleApplied: false,
    parameters: {},
    ...changes,
  };
}

export function aText(
  record: CampaignRecord,
  id = 'a1.sms',
  changes: Partial<Message> = {},
): Message {
  return {
    campaign: record.campaign,
    record: record.record,
    id: messageId(id),
    version: 1,
    state: 'ordered',
    content: { kind: 'sms', to: '+48221000001', from: 'Ringback', text: 'Hello' },
    orderedAt: NOW,
    changedAt: NOW,
    ...changes,
  };
}

export const added: RecordEntry = { type: 'record.added', at: NOW, by: 'import', row: 2 };

/** The change that stores a record for the first time. */
export const addition = (record: CampaignRecord): Addition => ({
  before: undefined,
  after: record,
  entries: [added],
});
