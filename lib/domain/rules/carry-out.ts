// One action of a callback rule, carried out on a record: a table over the kinds of action.

import { calleeHours } from '../contact-hours/callee-hours.ts';
import { renderMessage } from '../messaging/message-text.ts';
import { type Instant, plus } from '../model/instant.ts';
import type { RecordEntry } from '../model/journal.ts';
import { type MessageContent, orderedMessage } from '../model/message.ts';
import { defaultOf } from '../model/record.ts';
import { withoutPerson } from '../records/erasure.ts';
import { scheduleRecall } from '../records/recall.ts';
import { close, rest, schedule } from '../records/record-changes.ts';
import type { RuleSetting, Underway } from './draft.ts';
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
    underway: Underway,
    facts: ActionFacts,
  ) => Underway;
};

export function carryOut(action: RuleAction, underway: Underway, facts: ActionFacts): Underway {
  const act = ACTS[action.kind] as (
    action: RuleAction,
    underway: Underway,
    facts: ActionFacts,
  ) => Underway;
  return act(action, underway, facts);
}

const ACTS: CarryOut = {
  recontact: (action, underway, facts) => {
    const { now, setting } = facts;
    const { verdict, gates } = scheduleRecall({
      wanted: plus(now, action.after),
      zone: setting.zone,
      now,
      hours: setting.recallHours,
      callee: setting.contact && calleeHours(setting.contact, underway.record),
      lastDate: setting.lastDate,
    });
    const { record, attempt } = underway;
    if (verdict.kind === 'never') {
      const { because } = verdict;
      const entry = { type: 'record.closed', at: now, because, gates } as const;
      return told(underway, { record: close(record) }, entry);
    }
    const rule = { ...record.rule, ...(action.cursor !== undefined && { cursor: action.cursor }) };
    return told(
      underway,
      { record: schedule({ ...record, rule }, verdict.at) },
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

  'close-record': (_action, underway, facts) => {
    const because = author(facts);
    const record = close(underway.record);
    return told(underway, { record }, { type: 'record.closed', at: facts.now, because });
  },

  'delete-contact': (_action, underway, facts) => {
    const because = author(facts);
    const { privateTo: _owner, callBackTo: _number, ...record } = rest(underway.record, 'deleted');
    const nothing = { phones: [], emails: [], fields: {}, parameters: {} };
    return told(
      underway,
      {
        record: { ...record, ...nothing, toErase: true },
        attempt: withoutPerson(underway.attempt),
      },
      { type: 'record.deleted', at: facts.now, because },
    );
  },

  'add-parameter': ({ to, name, value }, underway, { now }) => {
    const { record, attempt } = underway;
    const changed =
      to === 'number'
        ? { record: { ...record, parameters: { ...record.parameters, [name]: value } } }
        : { attempt: { ...attempt, parameters: { ...attempt.parameters, [name]: value } } };
    return told(underway, changed, { type: 'record.parameter-added', at: now, to, name, value });
  },

  'send-sms': (action, underway, facts) => {
    const { record, attempt } = underway;
    const to = defaultOf(record.phones);
    if (to === undefined) return notOrdered(underway, facts, 'sms', 'it has no telephone number');
    const text = renderMessage(action.text, record.fields);
    if (text === '') return notOrdered(underway, facts, 'sms', 'the text came out empty');
    const numbers = facts.setting.smsNumbers;
    const from = action.from === 'random' ? picked(numbers, attempt.id + facts.tile) : action.from;
    if (from === undefined) return notOrdered(underway, facts, 'sms', 'no number to send from');
    return ordered(underway, facts, { kind: 'sms', to, from, text });
  },

  'send-email': (action, underway, facts) => {
    const { record } = underway;
    const to = defaultOf(record.emails);
    if (to === undefined) return notOrdered(underway, facts, 'email', 'it has no e-mail address');
    const { mailbox, cc, bcc, attachments } = action;
    const subject = renderMessage(action.subject, record.fields).replaceAll(/\s+/g, ' ');
    const text = renderMessage(action.text, record.fields);
    const content = { kind: 'email', to, mailbox, cc, bcc, subject, text, attachments } as const;
    return ordered(underway, facts, content);
  },
};

const author = ({ rule, tile }: ActionFacts) => `rule ${rule}, tile ${tile}`;

function told(underway: Underway, changed: Partial<Underway>, entry: RecordEntry): Underway {
  return { ...underway, ...changed, entries: [...underway.entries, entry] };
}

function ordered(
  underway: Underway,
  { tile, now }: ActionFacts,
  content: MessageContent,
): Underway {
  const { attempt, messages } = underway;
  const message = orderedMessage(attempt, tile, content, now);
  return told(
    underway,
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
  underway: Underway,
  { now }: ActionFacts,
  kind: 'sms' | 'email',
  because: string,
): Underway {
  return told(underway, {}, { type: 'message.not-ordered', at: now, kind, because });
}

/**
 * One of several by a hash (FNV-1a): spread evenly, and the same again when the commit is repeated.
 */
function picked<T>(choices: readonly T[], seed: string): T | undefined {
  let hash = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) {
    hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193) >>> 0;
  }
  return choices[hash % Math.max(1, choices.length)];
}
