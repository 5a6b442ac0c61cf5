// One action of a callback rule, carried out on a record: a table over the kinds of action.

import { calleeHours } from '../contact-hours/callee-hours.ts';
import { composeEmail, composeText } from '../messaging/compose.ts';
import type { Instant } from '../model/instant.ts';
import type { RecordEntry } from '../model/journal.ts';
import { type MessageContent, orderedMessage } from '../model/message.ts';
import { plusPeriod } from '../model/period.ts';
import { defaultOf } from '../model/record.ts';
import { emptiedRecord, withoutPerson } from '../records/erasure.ts';
import { scheduleRecall } from '../records/recall.ts';
import { close, scheduleCall } from '../records/record-changes.ts';
import { redialFrom } from '../records/redial.ts';
import type { Draft, RuleSetting } from './draft.ts';
import type { RuleAction } from './rule-schema.ts';

export interface ActionFacts {
  readonly tile: string;
  readonly rule: string;
  readonly now: Instant;
  readonly setting: RuleSetting;
}

type CarryOut = {
  readonly [K in RuleAction['kind']]: (
    action: Extract<RuleAction, { kind: K }>,
    draft: Draft,
    facts: ActionFacts,
  ) => Draft;
};

export function carryOut(action: RuleAction, draft: Draft, facts: ActionFacts): Draft {
  const act = ACTS[action.kind] as (action: RuleAction, draft: Draft, facts: ActionFacts) => Draft;
  return act(action, draft, facts);
}

const ACTS: CarryOut = {
  recontact: (action, draft, facts) => {
    const { now, setting } = facts;
    const phone = defaultOf(draft.record.phones);
    const { verdict, gates } = scheduleRecall({
      wanted: plusPeriod(now, action.after, setting.zone),
      earliest: redialFrom(draft.record, phone, setting.redialInterval),
      zone: setting.zone,
      now,
      hours: setting.recallHours,
      callee: setting.contact && calleeHours(setting.contact, draft.record),
      lastDate: setting.lastDate,
    });
    const { record, attempt } = draft;
    if (verdict.kind === 'never') {
      const { because } = verdict;
      const entry = { type: 'record.closed', at: now, because, gates } as const;
      return withEntry(draft, { record: close(record) }, entry);
    }
    const rule = { ...record.rule, ...(action.cursor !== undefined && { cursor: action.cursor }) };
    return withEntry(
      draft,
      { record: scheduleCall({ ...record, rule }, verdict.at) },
      {
        type: 'record.recall-scheduled',
        at: now,
        attempt: attempt.id,
        for: verdict.at,
        by: author(facts),
        gates,
      },
    );
  },

  'close-record': (_action, draft, facts) => {
    const because = author(facts);
    const record = close(draft.record);
    return withEntry(draft, { record }, { type: 'record.closed', at: facts.now, because });
  },

  'delete-contact': (_action, draft, facts) => {
    const because = author(facts);
    return withEntry(
      draft,
      { record: emptiedRecord(draft.record), attempt: withoutPerson(draft.attempt) },
      { type: 'record.deleted', at: facts.now, because },
    );
  },

  'add-parameter': ({ to, name, value }, draft, { now }) => {
    const { record, attempt } = draft;
    const added = { ...record.callParameters, [name]: value };
    const changed =
      to === 'number'
        ? { record: { ...record, parameters: { ...record.parameters, [name]: value } } }
        : {
            record: { ...record, callParameters: added },
            attempt: { ...attempt, parameters: { ...attempt.parameters, [name]: value } },
          };
    return withEntry(draft, changed, { type: 'record.parameter-added', at: now, to, name, value });
  },

  'send-sms': (action, draft, facts) => {
    const { record, attempt } = draft;
    const seed = attempt.id + facts.tile;
    const content = composeText(record, action, facts.setting.smsNumbers, seed);
    if ('because' in content) return notOrdered(draft, facts, 'sms', content.because);
    return ordered(draft, facts, content);
  },

  'send-email': (action, draft, facts) => {
    const content = composeEmail(draft.record, action);
    if ('because' in content) return notOrdered(draft, facts, 'email', content.because);
    return ordered(draft, facts, content);
  },
};

const author = ({ rule, tile }: ActionFacts) => `rule ${rule}, tile ${tile}`;

function withEntry(draft: Draft, changed: Partial<Draft>, entry: RecordEntry): Draft {
  return { ...draft, ...changed, entries: [...draft.entries, entry] };
}

function ordered(draft: Draft, { tile, now }: ActionFacts, content: MessageContent): Draft {
  const { attempt, messages } = draft;
  const message = orderedMessage(attempt, tile, content, now);
  return withEntry(
    draft,
    { messages: [...messages, message] },
    {
      type: 'message.ordered',
      at: now,
      message: message.id,
      kind: content.kind,
      attempt: attempt.id,
    },
  );
}

function notOrdered(
  draft: Draft,
  { now }: ActionFacts,
  kind: 'sms' | 'email',
  because: string,
): Draft {
  return withEntry(draft, {}, { type: 'message.not-ordered', at: now, kind, because });
}
