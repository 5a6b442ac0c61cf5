// A run of a rule over one record that waits for it.
import type { Attempt } from '../../../../lib/domain/model/attempt.ts';
import type { CampaignRecord } from '../../../../lib/domain/model/record.ts';
import { type AppliedRun, applyActions } from '../../../../lib/domain/rules/apply-actions.ts';
import type { RuleSetting } from '../../../../lib/domain/rules/draft.ts';
import type { RuleAction } from '../../../../lib/domain/rules/rule-schema.ts';
import { anAttempt, aRecord, NOW, taken } from '../../../support/records.ts';

const SETTING: RuleSetting = { zone: 'Europe/Warsaw', smsNumbers: ['+48600000000'] };
export const RECONTACT: Extract<RuleAction, { kind: 'recontact' }> = {
  kind: 'recontact',
  after: { days: 0, seconds: 7200 },
};
export const SMS: Extract<RuleAction, { kind: 'send-sms' }> = {
  kind: 'send-sms',
  from: 'TEST',
  text: 'Hello {{ city }}',
};
export const EMAIL: Extract<RuleAction, { kind: 'send-email' }> = {
  kind: 'send-email',
  mailbox: 'hello',
  cc: [],
  bcc: ['boss@example.org'],
  subject: 'News\nfrom {{ city }}',
  text: 'Dear {{ city }},\n\nbye\n',
  attachments: ['leaflet.pdf'],
};

interface Given {
  readonly record?: Partial<CampaignRecord>;
  readonly attempt?: Partial<Attempt>;
  readonly setting?: Partial<RuleSetting>;
  readonly run?: Partial<AppliedRun>;
}

/** Runs the actions in the order given; each tile bears the name of its action's kind. */
export function apply(actions: readonly RuleAction[], given: Given = {}) {
  const record = { ...taken(aRecord(), 'a1', { phase: 'ended' }), ...given.record };
  const attempt = anAttempt(record, 'a1', { status: 'busy', settled: true, ...given.attempt });
  const named = Object.fromEntries(actions.map((action) => [action.kind, action]));
  const run: AppliedRun = {
    rule: 'again',
    version: 'v1',
    path: `/status${actions.map(({ kind }) => `/${kind}`).join('')}`,
    restarted: '',
    values: { status: 'busy', elsewhere: 3 },
    actions: named,
    ...given.run,
  };
  const change = applyActions({ record, attempt, now: NOW }, run, { ...SETTING, ...given.setting });
  const messages = (change.messages ?? []).map(({ after }) => after);
  return { change, record: change.after, attempt: change.attempt?.after, messages };
}
