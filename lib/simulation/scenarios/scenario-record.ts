// The one record of a scenario: made from what is given, called, and settled as a real call would
// leave it.
import type { Attempt } from '../../domain/model/attempt.ts';
import { agentId, attemptId, campaignId, recordId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { newAttempt } from '../../domain/records/record-changes.ts';
import type { CallStatus } from '../../language/schema/rule.ts';
import type { Scenario } from '../../language/schema/scenario.ts';

/** Of no country, so that the person is where the centre is, in the country of the campaign. */
const PHONE = '+99900000001';
/** Has every answered call, and owns a private record. */
export const SCENARIO_AGENT = agentId('agent');

export function scenarioRecord(
  given: Scenario['given'],
  campaign: string,
  now: Instant,
): CampaignRecord {
  return {
    campaign: campaignId(campaign),
    record: recordId('scenario'),
    version: 1,
    state: 'new',
    phones: [{ value: PHONE, isDefault: true }],
    emails: given.email ? [{ value: 'someone@example.org', isDefault: true }] : [],
    fields: given.fields,
    parameters: {},
    privateTo: given.private ? SCENARIO_AGENT : undefined,
    weight: 0,
    nextContact: now,
    attempts: 0,
    endings: {},
    success: false,
    rule: { passes: {} },
    origin: { kind: 'person', by: 'scenario' },
    createdAt: now,
    updatedAt: now,
  };
}

/** A call that ended with the status at `now`, settled: it waits for its callback rule. */
export function called(
  record: CampaignRecord,
  number: number,
  status: CallStatus,
  now: Instant,
): { readonly record: CampaignRecord; readonly attempt: Attempt } {
  const id = attemptId(`call-${number}`);
  const { nextContact: _due, ...others } = record;
  const spoke = status === 'answered';
  const attempt: Attempt = {
    ...newAttempt(record, {
      id,
      channel: 'voice',
      direction: 'outbound',
      endpoint: PHONE,
      now,
    }),
    timestamps: { initiated: now, disconnected: now, connectedToAgent: spoke ? now : undefined },
    status,
    settled: true,
    ...(spoke && { agent: SCENARIO_AGENT }),
  };
  return {
    attempt,
    record: {
      ...others,
      state: spoke ? 'unhandled' : 'being-contacted',
      attempts: record.attempts + 1,
      endings: { ...record.endings, [status]: (record.endings[status] ?? 0) + 1 },
      current: { attempt: id, phase: 'ended', since: now, deadline: now },
    },
  };
}
